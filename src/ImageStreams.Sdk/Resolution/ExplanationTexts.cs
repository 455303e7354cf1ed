namespace ImageStreams.Resolution;

/// <summary>The sentences of an explanation.</summary>
internal static class ExplanationTexts
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
    public static string Last(TagPath path) => path.End switch
    {
        TagPathEnd.NoSuchStream => "does not exist: there is no such stream",
        TagPathEnd.NoSuchTag => "is not in the spec of its stream: it follows nothing",
        TagPathEnd.Circular => "is on the way already",
        TagPathEnd.CrossStream => $"follows {path.Last.Follows}, of another stream",
        _ => Source(path.Last.Reference!),
    };

    /// <summary>What a tag points to, and since when.</summary>
    public static string PointsTo(TagHop hop, TagEvent latest)
    {
        var verb = hop.Reference?.From is { Kind: ReferenceKinds.DockerImage } && !hop.Reference.Reference
            ? $"imported {latest.Created} as"
            : $"since {latest.Created} points to";
        return latest.Image.Length > 0
            ? $"{verb} {latest.Image}"
            : $"since {latest.Created} passes on {latest.DockerImageReference}";
    }

    public static string Pending(TagReference specTag, TagEvent latest) =>
        Invariant($"changed since: its generation is {specTag.Generation}, that of the image {latest.Generation}; ")
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
        TagResolution.PendingImport { Path.Last.Reference.From: null } => "no image: nothing was pushed to the tag yet",
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

    private static string Source(TagReference specTag) => specTag.From switch
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
        MissingPart.Image => $"no tag of the stream has pointed to {InNamespace(notFound.Path.Last.Reference!.From!)}",
        MissingPart.Stream when notFound.Path.Last.Reference is { From: { } pin } => $"no stream has {InNamespace(pin)}",
        MissingPart.Stream => $"there is no stream of {notFound.Path.Last.Name}",
        _ => $"there is no tag {notFound.Path.Last.Name}",
    };

    private static string Reason(TagEventCondition failure) =>
        string.Join(": ", new[] { failure.Reason, failure.Message }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
