using k8s.Models;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Deployments to create.</summary>
internal static class Deployments
{
    public static V1Deployment Create(string name, string image = "placeholder", string? triggers = null) => new()
    {
        Metadata = new V1ObjectMeta
        {
            Name = name,
            Labels = new Dictionary<string, string> { ["app"] = name },
            Annotations = triggers is null ? null : new Dictionary<string, string> { ["image.openshift.io/triggers"] = triggers },
        },
        Spec = new V1DeploymentSpec
        {
            Replicas = 2,
            Selector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { ["app"] = name } },
            Template = new V1PodTemplateSpec
            {
                Metadata = new V1ObjectMeta { Labels = new Dictionary<string, string> { ["app"] = name } },
                Spec = new V1PodSpec { Containers = [new V1Container { Name = "web", Image = image }] },
            },
        },
    };

    /// <summary>The annotation that sets the image of the container <c>web</c> to that of a tag.</summary>
    public static string Trigger(string tag) =>
        $$"""[{"from":{"kind":"ImageStreamTag","name":"{{tag}}"},"fieldPath":"spec.template.spec.containers[?(@.name==\"web\")].image"}]""";
}
