using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>The repositories of an existing stream, which an update may keep in any case.</summary>
internal static class KnownRepositories
{
    /// <summary>Allows the repositories of a stream in addition; ignores invalid pull specs.</summary>
    public static AllowedRegistries WithRepositoriesFrom(this AllowedRegistries allowed, ImageStream stream) => allowed.AllowsAll
        ? allowed
        : allowed.WithRepositories(Parsed([stream.Spec.DockerImageRepository, .. Sources(stream), .. Events(stream)]));

    /// <summary>Allows the repository that a tag comes from in addition.</summary>
    public static AllowedRegistries WithRepositoryFrom(this AllowedRegistries allowed, TagReference? tag) =>
        allowed.AllowsAll ? allowed : allowed.WithRepositories(Parsed([FindPullSpec(tag)]));

    private static IEnumerable<string?> Sources(ImageStream stream) => stream.Spec.Tags.Select(FindPullSpec);

    private static IEnumerable<string?> Events(ImageStream stream) =>
        stream.Status.Tags.SelectMany(history => history.Items).Select(tagEvent => tagEvent.DockerImageReference);

    private static string? FindPullSpec(TagReference? tag) =>
        tag?.From is { Kind: ReferenceKinds.DockerImage } from ? from.Name : null;

    private static IEnumerable<ImageReference> Parsed(IEnumerable<string?> pullSpecs)
    {
        foreach (var pullSpec in pullSpecs)
        {
            if (ImageReference.TryParse(pullSpec, out var reference))
            {
                yield return reference;
            }
        }
    }
}
