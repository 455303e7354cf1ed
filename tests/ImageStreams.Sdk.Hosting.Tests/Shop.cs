using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Testing;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Hosting;

/// <summary>Streams and builds of a shop.</summary>
internal static class Shop
{
    public const string Namespace = "shop";

    public static TriggerObject Web { get; } = new() { Kind = "BuildConfig", Namespace = Namespace, Name = "web" };

    /// <summary>A stream with one scheduled tag, <c>1</c>, that follows <c>registry.example.com/shop/NAME:1</c>.</summary>
    public static ImageStream Stream(string name = "ruby") => new()
    {
        Metadata = new ObjectMeta { Namespace = Namespace, Name = name },
        Spec = new ImageStreamSpec
        {
            Tags =
            [
                new TagReference
                {
                    Name = "1",
                    From = ObjectReference.DockerImage(Image(name)),
                    ImportPolicy = new TagImportPolicy { Scheduled = true },
                },
            ],
        },
    };

    public static string Image(string name = "ruby") => $"registry.example.com/shop/{name}:1";

    public static string Push(RigParts parts, string content, string name = "ruby") =>
        parts.Registry.Push(Image(name), SyntheticImage.Create(content)).ToString();

    public static ImageStreamName Name(string name = "ruby") => ImageStreamName.FromParts(Namespace, name);

    /// <summary>A build on <c>NAME:1</c> that is started when the tag moves.</summary>
    public static BuildConfig Build(string name = "web", string basedOn = "ruby") => new()
    {
        Metadata = new ObjectMeta { Namespace = Namespace, Name = name },
        Spec = new BuildConfigSpec
        {
            Strategy = new BuildStrategy
            {
                SourceStrategy = new SourceBuildStrategy { From = ObjectReference.ImageStreamTag($"{basedOn}:1") },
            },
            Triggers = [new BuildTriggerPolicy { Type = "ImageChange", ImageChange = new ImageChangeTrigger() }],
        },
    };
}
