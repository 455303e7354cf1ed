using ImageStreams.References;

namespace ImageStreams.Lifecycle;

/// <summary>Sets the repositories of a stream in the integrated registry.</summary>
internal static class StatusRepositories
{
    private const string DefaultNamespace = "default";

    /// <summary>Sets the repositories that images are pushed to and pulled from.</summary>
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

    /// <summary>
    /// Sets the repositories as <see cref="Set"/> does; if there is a registry, a stream without a namespace gets
    /// <c>default</c>.
    /// </summary>
    public static ImageStream SetInNamespace(ImageStream stream, StreamContext context) => Set(
        context.InternalRegistryHostname.Length > 0 && string.IsNullOrEmpty(stream.Metadata.Namespace)
            ? stream with { Metadata = stream.Metadata with { Namespace = DefaultNamespace } }
            : stream,
        context);

    /// <summary>Removes the tags and digests that very old servers stored in the names of repositories.</summary>
    public static ImageStream Clean(ImageStream stream)
    {
        var specRepository = Clean(stream.Spec.DockerImageRepository);
        if (specRepository != stream.Spec.DockerImageRepository)
        {
            stream = stream with { Spec = stream.Spec with { DockerImageRepository = specRepository } };
        }

        var statusRepository = Clean(stream.Status.DockerImageRepository) ?? "";
        return statusRepository == stream.Status.DockerImageRepository
            ? stream
            : stream with { Status = stream.Status with { DockerImageRepository = statusRepository } };
    }

    private static string GetInternalRepository(ImageStream stream, StreamContext context) =>
        context.InternalRegistryHostname.Length == 0
            ? stream.Spec.DockerImageRepository ?? ""
            : ToRepository(context.InternalRegistryHostname, stream);

    private static string ToRepository(string host, ImageStream stream) =>
        ImageReference.FromParts(host, stream.Namespace, stream.Name).ToString();

    private static string? Clean(string? repository) =>
        ImageReference.TryParse(repository, out var reference) && (reference.Tag.Length > 0 || reference.Id.Length > 0)
            ? reference.ToRepository().ToExactString()
            : repository;
}
