using ImageStreams.References;

namespace ImageStreams.Lifecycle;

/// <summary>The repositories of a stream in the cluster's own registry.</summary>
internal static class StatusRepositories
{
    private const string DefaultNamespace = "default";

    /// <summary>The stream with the repositories that pushes go to and pulls come from.</summary>
    public static ImageStream Set(ImageStream stream, StreamContext context) => stream with
    {
        Status = stream.Status with
        {
            DockerImageRepository = GetInternalRepository(stream, context),
            PublicDockerImageRepository = context.ExternalRegistryHostname.Length == 0
                ? null
                : ToRepository(context.ExternalRegistryHostname, stream),
        },
    };

    /// <summary>As <see cref="Set"/>; a stream without a namespace comes into <c>default</c> if there is a registry.</summary>
    public static ImageStream SetInNamespace(ImageStream stream, StreamContext context) => Set(
        context.InternalRegistryHostname.Length > 0 && string.IsNullOrEmpty(stream.Metadata.Namespace)
            ? stream with { Metadata = stream.Metadata with { Namespace = DefaultNamespace } }
            : stream,
        context);

    /// <summary>The stream without the tags and digests that very old servers kept in the names of repositories.</summary>
    public static ImageStream Clean(ImageStream stream)
    {
        var (wished, known) = (stream.Spec.DockerImageRepository, stream.Status.DockerImageRepository);
        var next = Clean(wished) is var specTag && specTag != wished
            ? stream with { Spec = stream.Spec with { DockerImageRepository = specTag } }
            : stream;
        return Clean(known) is { } repository && repository != known
            ? next with { Status = next.Status with { DockerImageRepository = repository } }
            : next;
    }

    private static string GetInternalRepository(ImageStream stream, StreamContext context) => context.InternalRegistryHostname.Length == 0
        ? stream.Spec.DockerImageRepository ?? ""
        : ToRepository(context.InternalRegistryHostname, stream);

    private static string ToRepository(string host, ImageStream stream) =>
        ImageReference.FromParts(host, stream.Namespace, stream.Name).ToString();

    private static string? Clean(string? repository) =>
        ImageReference.TryParse(repository, out var reference) && (reference.Tag.Length > 0 || reference.Id.Length > 0)
            ? reference.ToRepository().ToExactString()
            : repository;
}
