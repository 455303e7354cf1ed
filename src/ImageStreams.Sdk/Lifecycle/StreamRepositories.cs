using ImageStreams.References;

namespace ImageStreams.Lifecycle;

/// <summary>The repositories of a stream in the cluster's own registry.</summary>
internal static class StreamRepositories
{
    private const string DefaultNamespace = "default";

    /// <summary>The stream with the repositories that pushes go to and pulls come from.</summary>
    public static ImageStream Set(ImageStream stream, StreamContext context) => stream with
    {
        Status = stream.Status with
        {
            DockerImageRepository = Internal(stream, context),
            PublicDockerImageRepository = context.ExternalRegistryHost.Length == 0
                ? null
                : In(context.ExternalRegistryHost, stream),
        },
    };

    /// <summary>As <see cref="Set"/>; a stream without a namespace comes into <c>default</c> if there is a registry.</summary>
    public static ImageStream SetInNamespace(ImageStream stream, StreamContext context) => Set(
        context.InternalRegistryHost.Length > 0 && string.IsNullOrEmpty(stream.Metadata.Namespace)
            ? stream with { Metadata = stream.Metadata with { Namespace = DefaultNamespace } }
            : stream,
        context);

    /// <summary>The stream without the tags and digests that very old servers kept in the names of repositories.</summary>
    public static ImageStream Clean(ImageStream stream)
    {
        var (wished, known) = (stream.Spec.DockerImageRepository, stream.Status.DockerImageRepository);
        var next = Clean(wished) is var wish && wish != wished
            ? stream with { Spec = stream.Spec with { DockerImageRepository = wish } }
            : stream;
        return Clean(known) is { } repository && repository != known
            ? next with { Status = next.Status with { DockerImageRepository = repository } }
            : next;
    }

    private static string Internal(ImageStream stream, StreamContext context) => context.InternalRegistryHost.Length == 0
        ? stream.Spec.DockerImageRepository ?? ""
        : In(context.InternalRegistryHost, stream);

    private static string In(string host, ImageStream stream) =>
        ImageReference.FromParts(host, stream.Metadata.Namespace ?? "", stream.Metadata.Name ?? "").ToString();

    private static string? Clean(string? repository) =>
        ImageReference.TryParse(repository, out var reference) && (reference.Tag.Length > 0 || reference.Id.Length > 0)
            ? reference.ToRepository().ToExactString()
            : repository;
}
