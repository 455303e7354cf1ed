namespace ImageStreams.Resolution;

/// <summary>The sentences of an explanation.</summary>
internal static class TraceTexts
{
    /// <summary>What a tag follows, by the tag that the way went on to.</summary>
    public static string Follows(TagHop next) => next.Rule switch
    {
        TagHopRule.TagOfSameStream => $"follows {next.Tag} of the same stream",
        TagHopRule.OwnStreamByName => $"follows {next.Stream}:{next.Tag}, of the same stream",
        TagHopRule.DefaultTag => $"follows {next.Stream}:, which is {next.Tag} of the same stream",
        TagHopRule.OtherNamespace => $"follows {next.Name}, of another namespace",
        _ => $"follows {next.Stream}:{next.Tag}, of another stream",
    };

    /// <summary>What the last tag of a way follows, or what is wrong with it.</summary>
    public static string Last(TagWay way) => way.End switch
    {
        TagWayEnd.NoSuchStream => "does not exist: there is no such stream",
        TagWayEnd.NoSuchTag => "is not in the spec of its stream: it follows nothing",
        TagWayEnd.Circular => "is on the way already",
        TagWayEnd.CrossStream => $"follows {way.Last.Follows}, of another stream",
        _ => Source(way.Last.Wish!),
    };

    /// <summary>What a tag points to, and since when.</summary>
    public static string PointsTo(TagHop hop, TagEvent newest)
    {
        var verb = hop.Wish?.From is { Kind: ReferenceKinds.DockerImage } && !hop.Wish.Reference
            ? $"imported {newest.Created} as"
            : $"since {newest.Created} points to";
        return newest.Image.Length > 0
            ? $"{verb} {newest.Image}"
            : $"since {newest.Created} passes on {newest.DockerImageReference}";
    }

    public static string Pending(TagReference wish, TagEvent newest) =>
        Invariant($"changed since: its generation is {wish.Generation}, that of the image {newest.Generation}; ")
        + "an import is due, and until then this is the last good image";

    public static string Failed(TagEventCondition failure, bool hasImage) =>
        $"failed to import {failure.LastTransitionTime}: {Reason(failure)}"
        + (hasImage ? "; the last good image stays" : "");

    /// <summary>Why a tag decides, of several on the way.</summary>
    public static string Decides(int at, bool isAcross) => isAcross
        ? at == 0 ? "decides, as it has an image itself" : "decides, as the first on the way that has an image"
        : "decides, as the tag that was asked for";

    /// <summary>The pull spec and why it is this one, or why there is none.</summary>
    public static string Conclusion(TagResolution resolution) => resolution switch
    {
        TagResolution.Resolved resolved => $"{resolved.PullSpec} ({Policy(resolved.Origin)})",
        TagResolution.PendingImport { Way.Last.Wish.From: null } => "no image: nothing was pushed to the tag yet",
        TagResolution.PendingImport => "no image: the import has not run yet",
        TagResolution.FailedImport failed => $"no image: the import failed: {Reason(failed.Condition)}",
        TagResolution.NotFound notFound => $"no image: {Missing(notFound)}",
        TagResolution.Circular => "no image: the tags follow each other in a ring",
        TagResolution.CrossStream => "no image: other streams are not followed",
        TagResolution.Invalid invalid => $"no image: {invalid.Message}",
        _ => "no image",
    };

    /// <summary>What a reference policy came to.</summary>
    public static string Policy(PullSpecOrigin origin) => origin switch
    {
        PullSpecOrigin.InternalRepository => "policy Local: pulled from the integrated registry",
        PullSpecOrigin.NoPolicy => "no policy, as nothing is asked of the tag: pulled from where the image is",
        PullSpecOrigin.LocalWithoutRepository => "policy Local, but the stream has no repository: " + FromSource,
        PullSpecOrigin.LocalWithInvalidRepository =>
            "policy Local, but the stream's repository is no reference: " + FromSource,
        PullSpecOrigin.LocalWithoutImage => "policy Local, but the tag only passes its pull spec on: " + FromSource,
        _ => "policy Source: " + FromSource,
    };

    private const string FromSource = "pulled from where it was imported";

    private static string Source(TagReference wish) => wish.From switch
    {
        null => "follows nothing: it is there to be pushed to",
        { Kind: ReferenceKinds.ImageStreamImage } from => $"follows the image {InNamespace(from)}",
        { Kind: ReferenceKinds.DockerImage } from => $"follows {from.Name}",
        var from => $"follows the {from.Kind} {InNamespace(from)}",
    };

    private static string InNamespace(ObjectReference from) =>
        string.IsNullOrEmpty(from.Namespace) ? $"{from.Name}" : $"{from.Namespace}/{from.Name}";

    private static string Missing(TagResolution.NotFound notFound) => notFound.Missing switch
    {
        MissingPart.Image => $"no tag of the stream has pointed to {InNamespace(notFound.Way.Last.Wish!.From!)}",
        MissingPart.Stream when notFound.Way.Last.Wish is { From: { } pin } => $"no stream has {InNamespace(pin)}",
        MissingPart.Stream => $"there is no stream of {notFound.Way.Last.Name}",
        _ => $"there is no tag {notFound.Way.Last.Name}",
    };

    private static string Reason(TagEventCondition failure) =>
        string.Join(": ", new[] { failure.Reason, failure.Message }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
