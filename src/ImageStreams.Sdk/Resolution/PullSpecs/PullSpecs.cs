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
        return NewestOf(stream.Status.Tags.Find(OrLatest(tag)));
    }

    /// <summary>The newest event of a history, or null when there is none.</summary>
    internal static TagEvent? NewestOf(NamedTagEventList? history) =>
        history is { Items: [var newest, ..] } ? newest : null;

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

        return stream.FindKnownPullSpecs() is { } known
            ? FindKnown(stream, known, OrLatest(tag))
            : FindLatest(stream, tag, stream.Status.DockerImageRepository);
    }

    private static string? FindKnown(ImageStream stream, KnownPullSpecs.Entry[] known, string tag)
    {
        var mark = KeyMark.Of(tag);
        for (var i = 0; i < known.Length; i++)
        {
            if (known[i].Mark == mark && (KeyMark.IsKey(mark) || stream.Status.Tags[i].Tag == tag))
            {
                return known[i].PullSpec ??=
                    OfHistory(stream, stream.Status.Tags[i], stream.Status.DockerImageRepository);
            }
        }

        return null;
    }

    /// <summary>As <see cref="FindLatest(ImageStream, string)"/>, with another repository than the stream's own.</summary>
    internal static string? FindLatest(ImageStream stream, string tag, string repository) =>
        OfHistory(stream, stream.Status.Tags.Find(OrLatest(tag)), repository);

    private static string? OfHistory(ImageStream stream, NamedTagEventList? history, string repository) =>
        NewestOf(history) is { } newest
            ? PullSpecChoice.Of(stream, repository, stream.Spec.Tags.Find(history!.Tag), newest).Text
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
            var choice = PullSpecChoice.Of(stream, stream.Status.DockerImageRepository, wish, newest);
            return new PullSpecResolution.Imported { PullSpec = choice.Text, Origin = choice.Origin, HasNewer = isPending };
        }

        return wish is { From.Kind: ReferenceKinds.DockerImage } && wish.ReferencePolicy.Type == ReferencePolicyType.Source
            ? new PullSpecResolution.FromSource { PullSpec = wish.From.Name ?? "" }
            : isPending ? new PullSpecResolution.AwaitingImport() : OfEmpty(stream, tag, options);
    }

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
