using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>Says which pull spec a tag of a stream stands for.</summary>
/// <remarks>
/// OpenShift's rules: the history decides what the tag points to, the tag's reference policy where that is pulled
/// from. Where a stream names a tag twice the first one counts. An empty tag name means <c>latest</c>. Pure functions.
/// </remarks>
public static class PullSpecs
{
    /// <summary>The newest event of a tag, or null when its history is empty.</summary>
    public static TagEvent? FindLatestEvent(ImageStream stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.Status.Tags.Find(OrLatest(tag)) is { Items: [var newest, ..] } ? newest : null;
    }

    /// <summary>
    /// The pull spec of a tag's newest event under its reference policy, or null when its history is empty.
    /// </summary>
    /// <remarks>What triggers use. Whether an import is due makes no difference.</remarks>
    public static string? FindLatest(ImageStream stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return FindLatest(stream, tag, stream.Status.DockerImageRepository);
    }

    /// <summary>As <see cref="FindLatest(ImageStream, string)"/>, with another repository than the stream's own.</summary>
    internal static string? FindLatest(ImageStream stream, string tag, string repository) =>
        FindLatestEvent(stream, tag) is { } newest
            ? OfEvent(repository, stream.Spec.Tags.Find(OrLatest(tag)), newest)
            : null;

    /// <summary>
    /// The pull spec that a tag stands for now, whether it was imported or not, or why there is none.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name; empty means <c>latest</c>.</param>
    /// <param name="options">What to prefer; <see cref="PullSpecOptions.Default"/> when null.</param>
    public static PullSpecResolution Resolve(ImageStream stream, string tag, PullSpecOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);

        options ??= PullSpecOptions.Default;
        tag = OrLatest(tag);
        var wish = stream.Spec.Tags.Find(tag);
        var newest = FindLatestEvent(stream, tag);
        var isPending = newest is not null && wish?.Generation > newest.Generation;
        if (newest is not null && (!isPending || options.AcceptLastGood))
        {
            var pullSpec = OfEvent(stream.Status.DockerImageRepository, wish, newest);
            return new PullSpecResolution.Imported { PullSpec = pullSpec, HasNewer = isPending };
        }

        return wish is { From.Kind: ReferenceKinds.DockerImage } && wish.ReferencePolicy.Type == ReferencePolicyType.Source
            ? new PullSpecResolution.FromSource { PullSpec = wish.From.Name ?? "" }
            : isPending ? new PullSpecResolution.AwaitingImport() : OfEmpty(stream, tag, options);
    }

    /// <summary>
    /// The pull spec of an event: in the integrated registry where the policy says so and there is one.
    /// </summary>
    private static string OfEvent(string repository, TagReference? wish, TagEvent newest)
    {
        var isLocal = wish?.ReferencePolicy.Type == ReferencePolicyType.Local && newest.Image.Length > 0;
        return isLocal && TryPutInto(repository, newest.Image, out var pullSpec)
            ? pullSpec
            : newest.DockerImageReference;
    }

    /// <summary>An image of a repository, whose own tag and digest do not count.</summary>
    /// <remarks>
    /// Empty when the repository is a registry alone, as in OpenShift. Allocates nothing but the result.
    /// </remarks>
    private static bool TryPutInto(string repository, string image, out string pullSpec)
    {
        var isValid = ReferenceScanner.TryScan(repository, out var layout, out _);
        var path = repository.AsSpan(0, layout.Name.Start + layout.Name.Length);
        pullSpec = path.IsEmpty ? "" : string.Concat(path, IsDigest(image) ? "@" : ":", image);
        return isValid;
    }

    private static bool IsDigest(string image) => DigestScanner.TryScan(image, out _);

    private static PullSpecResolution OfEmpty(ImageStream stream, string tag, PullSpecOptions options)
    {
        var repository = options.PreferPublicRepository && stream.Status.PublicDockerImageRepository is { Length: > 0 } outside
            ? outside
            : stream.Status.DockerImageRepository;
        return repository.Length == 0
            ? new PullSpecResolution.NoRepository()
            : new PullSpecResolution.Empty { PullSpec = $"{repository}:{tag}" };
    }

    /// <summary>The tag that a name means: an empty one is <c>latest</c>.</summary>
    internal static string OrLatest(string tag) => string.IsNullOrEmpty(tag) ? DockerHub.LatestTag : tag;
}
