using ImageStreams.Builds;
using ImageStreams.Testing;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Testing;

/// <summary>The shop of the documentation: a base image, a build on top of it, and a deployment that runs what is built.</summary>
internal static class ShopWorld
{
    public const string Namespace = "shop";
    public const string BaseImage = "registry.example.com/python:3.8";

    public static TriggerObject Build { get; } = new() { Kind = "BuildConfig", Namespace = Namespace, Name = "myapp" };

    public static TriggerObject Web { get; } = new() { Kind = "Deployment", Namespace = Namespace, Name = "web" };

    /// <summary>The base images: 3.8 follows a registry, and latest follows 3.8.</summary>
    public static ImageStream Python(string from = BaseImage) => Stream(
        "python",
        Scheduled("3.8", from),
        new TagReference { Name = "latest", From = ObjectReference.ImageStreamTag("3.8") });

    public static ImageStream Myapp { get; } = Stream("myapp");

    public static BuildConfig MyappBuild(string builtOn = "python:latest", string output = "myapp:latest", string name = "myapp") => new()
    {
        Metadata = new ObjectMeta { Namespace = Namespace, Name = name },
        Spec = new BuildConfigSpec
        {
            Strategy = new BuildStrategy
            {
                SourceStrategy = new SourceBuildStrategy { From = ObjectReference.ImageStreamTag(builtOn) },
            },
            Output = new BuildOutput { To = ObjectReference.ImageStreamTag(output) },
            Triggers = [new BuildTriggerPolicy { Type = "ImageChange", ImageChange = new ImageChangeTrigger() }],
        },
    };

    public static Workload WebDeployment(bool paused = false) =>
        AWorkload().In(Namespace).Runs("myapp:unbuilt").TriggeredBy("myapp:latest", paused: paused).Build();

    /// <summary>A world with the shop in it, in which the base image was imported, the app built and rolled out.</summary>
    public static async Task<ImageStreamWorld> OpenAsync(WorldOptions? options = null)
    {
        var world = new ImageStreamWorld(options);
        await world.PushAsync(BaseImage, SyntheticImage.Create("python 3.8.19"));
        await world.ApplyAsync(Python());
        await world.ApplyAsync(Myapp);
        await world.ApplyAsync(MyappBuild());
        await world.ApplyAsync(WebDeployment());
        await world.AdvanceAsync(TimeSpan.FromMinutes(5));
        return world;
    }

    public static ImageStream Stream(string name, params TagReference[] tags) => new()
    {
        Metadata = new ObjectMeta { Namespace = Namespace, Name = name },
        Spec = new ImageStreamSpec { Tags = [.. tags] },
    };

    public static TagReference Scheduled(string name, string image) => new()
    {
        Name = name,
        From = ObjectReference.DockerImage(image),
        ImportPolicy = new TagImportPolicy { Scheduled = true },
    };
}
