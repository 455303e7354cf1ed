using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;

namespace ImageStreams.Tool;

/// <summary>The workload of the demo: a Deployment that follows a tag of its stream.</summary>
internal static class DemoDeployment
{
    /// <summary>The resource of the workload.</summary>
    public const string Resource = "deployments.apps";

    /// <summary>Its name.</summary>
    public const string Name = "shop";

    /// <summary>Creates the workload, unless an earlier run has.</summary>
    public static async Task CreateAsync(ServedResource deployments, string ns, string tag, CancellationToken cancellationToken)
    {
        var request = new ResourceRequest { Verb = ResourceVerbs.Create, Namespace = ns, Body = Encoding.UTF8.GetBytes(Write(tag)) };
        try
        {
            await deployments.CreateAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.AlreadyExists)
        {
            // It follows the tag since then.
        }
    }

    private static string Write(string tag) =>
        $$"""
        {
          "metadata": {
            "name": "{{Name}}",
            "annotations": {
              "image.openshift.io/triggers": "[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"{{tag}}\"},\"fieldPath\":\"spec.template.spec.containers[0].image\"}]"
            }
          },
          "spec": {
            "selector": { "matchLabels": { "app": "{{Name}}" } },
            "template": {
              "metadata": { "labels": { "app": "{{Name}}" } },
              "spec": { "containers": [{ "name": "{{Name}}", "image": "placeholder" }] }
            }
          }
        }
        """;
}
