using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>Gets the pull specs of the tags of a stream.</summary>
/// <remarks>
/// As in OpenShift, the history determines the image that a tag points to, and the reference policy of the spec tag
/// determines its pull spec. When a stream has a tag twice, the first is used. An empty tag name means <c>latest</c>.
/// Pure functions.
/// </remarks>
public static class PullSpecs
{
    /// <summary>Finds the latest event of a tag.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name; empty means <c>latest</c>.</param>
    /// <returns>The event; null when the history is empty.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="tag"/> is null.</exception>
    public static TagEvent? FindLatestEvent(ImageStream stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        return stream.Status.Tags.Find(OrLatest(tag))?.Latest;
    }

    /// <summary>Finds the pull spec of a tag's latest event under its reference policy.</summary>
    /// <remarks>
    /// The pull spec that triggers use, whether or not an import is pending. It is built once and stored with the stream,
    /// so that the next call costs one look-up; streams of more than 64 tags store none.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name; empty means <c>latest</c>.</param>
    /// <returns>The pull spec; null when the history is empty.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="tag"/> is null.</exception>
    public static string? FindLatest(ImageStream stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        return stream.FindCachedPullSpecs() is { } cached
            ? FindCached(stream, cached, OrLatest(tag))
            : FindLatest(stream, tag, stream.Status.DockerImageRepository);
    }

    /// <summary>Finds the pull spec of a tag's latest event, with another repository than the stream's own.</summary>
    internal static string? FindLatest(ImageStream stream, string tag, string repository) =>
        FindInHistory(stream, stream.Status.Tags.Find(OrLatest(tag)), repository);

    /// <summary>Resolves the current pull spec of a tag, whether or not it was imported.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name; empty means <c>latest</c>.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The pull spec, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="tag"/> is null.</exception>
    public static PullSpecResolution Resolve(ImageStream stream, string tag, PullSpecOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        options ??= PullSpecOptions.Default;
        tag = OrLatest(tag);
        var specTag = stream.Spec.Tags.Find(tag);
        var latest = FindLatestEvent(stream, tag);
        var isPending = latest is not null && specTag?.Generation > latest.Generation;
        if (latest is not null && (!isPending || options.AcceptLastGood))
        {
            var pullSpec = ReferencePolicyPullSpec.Create(stream, stream.Status.DockerImageRepository, specTag, latest);
            return new PullSpecResolution.Imported { PullSpec = pullSpec.Text, Origin = pullSpec.Origin, HasNewer = isPending };
        }

        if (specTag is { From.Kind: ReferenceKinds.DockerImage } && specTag.ReferencePolicy.Type == ReferencePolicyType.Source)
        {
            return new PullSpecResolution.FromSource { PullSpec = specTag.From.Name ?? "" };
        }

        return isPending ? new PullSpecResolution.AwaitingImport() : ResolveEmptyTag(stream, tag, options);
    }

    /// <summary>Replaces an empty tag name with <c>latest</c>.</summary>
    internal static string OrLatest(string tag) => string.IsNullOrEmpty(tag) ? DockerHub.LatestTag : tag;

    private static string? FindCached(ImageStream stream, CachedPullSpecs.Entry[] cached, string tag)
    {
        var hash = KeyHash.Compute(tag);
        for (var i = 0; i < cached.Length; i++)
        {
            if (cached[i].Hash == hash && (KeyHash.IsExact(hash) || stream.Status.Tags[i].Tag == tag))
            {
                return cached[i].PullSpec ??=
                    FindInHistory(stream, stream.Status.Tags[i], stream.Status.DockerImageRepository);
            }
        }

        return null;
    }

    private static string? FindInHistory(ImageStream stream, NamedTagEventList? history, string repository) =>
        history?.Latest is { } latest
            ? ReferencePolicyPullSpec.Create(stream, repository, stream.Spec.Tags.Find(history.Tag), latest).Text
            : null;

    private static PullSpecResolution ResolveEmptyTag(ImageStream stream, string tag, PullSpecOptions options)
    {
        var repository = stream.Status.DockerImageRepository;
        if (options.PreferPublicRepository && stream.Status.PublicDockerImageRepository is { Length: > 0 } publicRepository)
        {
            repository = publicRepository;
        }

        return repository.Length == 0
            ? new PullSpecResolution.NoRepository()
            : new PullSpecResolution.Empty { PullSpec = $"{repository}:{tag}" };
    }
}
