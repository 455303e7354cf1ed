using ImageStreams.Builds;

namespace ImageStreams.Tests.PostgreSql.Replicas;

/// <summary>The objects that replicas work on.</summary>
internal static class ReplicaObjects
{
    /// <summary>A stream with one scheduled tag from a registry over plain HTTP.</summary>
    public static ImageStream Stream(string name, string image) => new()
    {
        Metadata = new ObjectMeta { Namespace = ReplicaFleet.Namespace, Name = name },
        Spec = new ImageStreamSpec
        {
            Tags =
            [
                new TagReference
                {
                    Name = ReplicaFleet.Tag,
                    From = ObjectReference.DockerImage(image),
                    ImportPolicy = new TagImportPolicy { Scheduled = true, Insecure = true },
                },
            ],
        },
    };

    /// <summary>A build of the same name that is started when the tag moves.</summary>
    public static BuildConfig Build(string name) => new()
    {
        Metadata = new ObjectMeta { Namespace = ReplicaFleet.Namespace, Name = name },
        Spec = new BuildConfigSpec
        {
            Strategy = new BuildStrategy
            {
                SourceStrategy = new SourceBuildStrategy { From = ObjectReference.ImageStreamTag($"{name}:{ReplicaFleet.Tag}") },
            },
            Triggers = [new BuildTriggerPolicy { Type = "ImageChange", ImageChange = new ImageChangeTrigger() }],
        },
    };
}
