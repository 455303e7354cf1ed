using System.Text.Json;
using ImageStreams.Builds;
using ImageStreams.Workloads;

namespace ImageStreams.Quickstart;

/// <summary>The objects of the story as their owners write them, before anything has happened.</summary>
internal static class ShopObjects
{
    private const string Namespace = "shop";

    /// <summary>The value of the trigger annotation, which is JSON in a string.</summary>
    private const string WebTriggers = """
        [{
          "from": {"kind": "ImageStreamTag", "name": "myapp:latest"},
          "fieldPath": "spec.template.spec.containers[?(@.name==\"web\")].image"
        }]
        """;

    /// <summary>The base images: 3.8 follows the registry, and latest follows 3.8.</summary>
    public static ImageStream Python(QuickstartRegistry registry) => Stream(
        "python",
        FollowsImage("3.8", registry.GetName("python:3.8"), registry.IsInsecure),
        new TagReference { Name = "latest", From = ObjectReference.ImageStreamTag("3.8") });

    /// <summary>The built images: latest follows the image that builds push.</summary>
    public static ImageStream Myapp(QuickstartRegistry registry) => Stream(
        "myapp",
        FollowsImage("latest", registry.GetName("myapp:latest"), registry.IsInsecure));

    /// <summary>Builds myapp on top of python:latest, and again whenever that tag moves.</summary>
    public static BuildConfig MyappBuild { get; } = new()
    {
        Metadata = new ObjectMeta { Namespace = Namespace, Name = "myapp" },
        Spec = new BuildConfigSpec
        {
            Strategy = new BuildStrategy
            {
                SourceStrategy = new SourceBuildStrategy { From = ObjectReference.ImageStreamTag("python:latest") },
            },
            Output = new BuildOutput { To = ObjectReference.ImageStreamTag("myapp:latest") },
            Triggers = [new BuildTriggerPolicy { Type = "ImageChange", ImageChange = new ImageChangeTrigger() }],
        },
    };

    /// <summary>Runs myapp; its annotation requests the image that myapp:latest points to.</summary>
    public static Workload Web { get; } = Workload.Parse($$"""
        {
          "apiVersion": "apps/v1",
          "kind": "Deployment",
          "metadata": {
            "namespace": "{{Namespace}}",
            "name": "web",
            "annotations": {"image.openshift.io/triggers": {{JsonSerializer.Serialize(WebTriggers)}}}
          },
          "spec": {
            "template": {
              "spec": {"containers": [{"name": "web", "image": "myapp:unbuilt"}]}
            }
          }
        }
        """);

    private static ImageStream Stream(string name, params TagReference[] tags) => new()
    {
        Metadata = new ObjectMeta { Namespace = Namespace, Name = name },
        Spec = new ImageStreamSpec { Tags = [.. tags] },
    };

    private static TagReference FollowsImage(string tag, string image, bool isInsecure) => new()
    {
        Name = tag,
        From = ObjectReference.DockerImage(image),
        ImportPolicy = new TagImportPolicy { Insecure = isInsecure },
    };
}
