
namespace ImageStreams.Tests.Builders;

/// <summary>Streams that follow a whole repository.</summary>
internal static class RepositoryStreams
{
    public static ImageStream Following(this ImageStream stream, string? repository, bool isImported = false) => stream with
    {
        Metadata = isImported
            ? stream.Metadata with { Annotations = [new(ImageStreamAnnotations.RepositoryCheck, "2024-01-01T00:00:00Z")] }
            : stream.Metadata,
        Spec = stream.Spec with { DockerImageRepository = repository },
    };
}
