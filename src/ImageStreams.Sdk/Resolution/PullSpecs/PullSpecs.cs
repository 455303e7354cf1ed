using ImageStreams.Collections;
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
        return stream.Status.Tags.Find(OrLatest(tag))?.Latest;
    }

    /// <summary>
    /// The pull spec of a tag's newest event under its reference policy, or null when its history is empty.
    /// </summary>
    /// <remarks>
    /// What triggers use. Whether an import is due makes no difference. Put together when it is first asked for and kept with
    /// the stream, so that asking again costs one look-up; streams of more than 64 tags keep none.
    /// </remarks>
    public static string? FindLatest(ImageStream stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);

        return stream.FindCachedPullSpecs() is { } cached
            ? FindCached(stream, cached, OrLatest(tag))
            : FindLatest(stream, tag, stream.Status.DockerImageRepository);
    }

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

    /// <summary>As <see cref="FindLatest(ImageStream, string)"/>, with another repository than the stream's own.</summary>
    internal static string? FindLatest(ImageStream stream, string tag, string repository) =>
        FindInHistory(stream, stream.Status.Tags.Find(OrLatest(tag)), repository);

    private static string? FindInHistory(ImageStream stream, NamedTagEventList? history, string repository) =>
        history?.Latest is { } latest
            ? ReferencePolicyPullSpec.Create(stream, repository, stream.Spec.Tags.Find(history!.Tag), latest).Text
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
        var specTag = stream.Spec.Tags.Find(tag);
        var latest = FindLatestEvent(stream, tag);
        var isPending = latest is not null && specTag?.Generation > latest.Generation;
        if (latest is not null && (!isPending || options.AcceptLastGood))
        {
            var choice = ReferencePolicyPullSpec.Create(stream, stream.Status.DockerImageRepository, specTag, latest);
            return new PullSpecResolution.Imported { PullSpec = choice.Text, Origin = choice.Origin, HasNewer = isPending };
        }

        return specTag is { From.Kind: ReferenceKinds.DockerImage } && specTag.ReferencePolicy.Type == ReferencePolicyType.Source
            ? new PullSpecResolution.FromSource { PullSpec = specTag.From.Name ?? "" }
            : isPending ? new PullSpecResolution.AwaitingImport() : ResolveEmptyTag(stream, tag, options);
    }

    private static PullSpecResolution ResolveEmptyTag(ImageStream stream, string tag, PullSpecOptions options)
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
