using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>The sentences of explanations.</summary>
internal static class ExplanationTexts
{
    private const string FromSource = "pulled from where it was imported";

    /// <summary>Formats the step from a tag to the next one.</summary>
    public static string Follows(TagHop next) => next.Rule switch
    {
        TagHopRule.TagOfSameStream => $"follows {next.Tag} of the same stream",
        TagHopRule.OwnStreamByName => $"follows {next.Stream}:{next.Tag}, of the same stream",
        TagHopRule.DefaultTag => $"follows {next.Stream}:, which is {next.Tag} of the same stream",
        TagHopRule.OtherNamespace => $"follows {next.Name}, of another namespace",
        _ => $"follows {next.Stream}:{next.Tag}, of another stream",
    };

    /// <summary>Formats the source of the last tag of a path, or the reason why the path ends.</summary>
    public static string Last(TagPath path) => path.End switch
    {
        TagPathEnd.NoSuchStream => "does not exist: there is no such stream",
        TagPathEnd.NoSuchTag => "is not in the spec of its stream: it follows nothing",
        TagPathEnd.Circular => "is on the path already",
        TagPathEnd.CrossStream => $"follows {path.Last.Follows}, of another stream",
        _ => Source(path.Last.Reference!),
    };

    /// <summary>Formats the image that a tag points to, and the time from which it does.</summary>
    public static string PointsTo(TagHop hop, TagEvent latest)
    {
        if (latest.Image.Length == 0)
        {
            return $"since {latest.Created} refers to {latest.DockerImageReference}";
        }

        return hop.Reference is { From.Kind: ReferenceKinds.DockerImage, Reference: false }
            ? $"imported {latest.Created} as {latest.Image}"
            : $"since {latest.Created} points to {latest.Image}";
    }

    /// <summary>Formats the image that a tag is assumed to point to.</summary>
    public static string Assumed(TagEvent latest) => latest.Image.Length == 0
        ? $"is assumed to refer to {latest.DockerImageReference}"
        : $"is assumed to point to {latest.Image}";

    /// <summary>Formats the generations of a tag whose import is pending.</summary>
    public static string Pending(TagReference specTag, TagEvent latest) =>
        FormattableString.Invariant(
            $"changed since: its generation is {specTag.Generation}, that of the image {latest.Generation}; ")
        + "an import is pending, and until then this is the last good image";

    /// <summary>Formats the failure of the last import.</summary>
    public static string Failed(TagEventCondition failure, bool hasImage) =>
        $"failed to import {failure.LastTransitionTime}: {Reason(failure)}"
        + (hasImage ? "; the last good image stays" : "");

    /// <summary>Formats the reason why one of several tags on the path decides.</summary>
    public static string Decides(int at, bool isAcross)
    {
        if (!isAcross)
        {
            return "decides, as the requested tag";
        }

        return at == 0 ? "decides, as it has an image itself" : "decides, as the first tag on the path that has an image";
    }

    /// <summary>Formats the pull spec and its origin, or the reason why there is none.</summary>
    public static string Conclusion(TagResolution resolution) => resolution switch
    {
        TagResolution.Resolved resolved => $"{resolved.PullSpec} ({Policy(resolved.Origin)})",
        TagResolution.PendingImport { Path.Last.Reference.From: null } => "no image: nothing was pushed to the tag yet",
        TagResolution.PendingImport { Path.End: TagPathEnd.NoSuchTag } =>
            "no image: the import of the stream's repository, which may bring the tag, has not run yet",
        TagResolution.PendingImport => "no image: the import has not run yet",
        TagResolution.PendingBuild pending => $"no image yet: {Awaited(pending)}",
        TagResolution.FailedImport failed => $"no image: the import failed: {Reason(failed.Condition)}",
        TagResolution.NotFound notFound => $"no image: {Missing(notFound)}",
        TagResolution.Circular => "no image: the tags follow each other in a cycle",
        TagResolution.CrossStream => "no image: other streams are not followed",
        TagResolution.Invalid invalid => $"no image: {invalid.Message}",
        _ => "no image",
    };

    /// <summary>Formats the effect of a reference policy.</summary>
    public static string Policy(PullSpecOrigin origin) => origin switch
    {
        PullSpecOrigin.InternalRepository => "policy Local: pulled from the integrated registry",
        PullSpecOrigin.NoPolicy => "no policy, as the tag is not in the spec: pulled from where the image is",
        PullSpecOrigin.LocalWithoutRepository => $"policy Local, but the stream has no repository: {FromSource}",
        PullSpecOrigin.LocalWithInvalidRepository =>
            $"policy Local, but the stream's repository is not a valid reference: {FromSource}",
        PullSpecOrigin.LocalWithoutImage => $"policy Local, but the tag only refers to its pull spec: {FromSource}",
        _ => $"policy Source: {FromSource}",
    };

    /// <summary>Formats the result of <see cref="PullSpecs.Resolve"/>.</summary>
    public static string PullSpec(PullSpecResolution resolution) => resolution switch
    {
        PullSpecResolution.Imported { HasNewer: true } imported =>
            $"{Policy(imported.Origin)}; an import is pending, and this is the last good image",
        PullSpecResolution.Imported imported => Policy(imported.Origin),
        PullSpecResolution.FromSource => "policy Source and no import yet: pulled from the source of the import",
        PullSpecResolution.Empty => "the tag has no image: this is the pull spec of a push to it",
        PullSpecResolution.AwaitingImport => "a newer image was requested, and its import is pending",
        _ => "the tag has no image, and the stream has no repository to push one to",
    };

    /// <summary>Formats a kind that no tag can follow.</summary>
    public static string UnknownKind(string kind) =>
        $"'{PrintableText.Escape(kind)}' is none of the kinds DockerImage, ImageStreamTag and ImageStreamImage.";

    /// <summary>Formats an id that matches several images.</summary>
    public static string Ambiguous(string id, ValueList<string> images) =>
        $"'{PrintableText.Escape(id)}' is the beginning of several images, such as {images[0]} and {images[1]}.";

    private static string Awaited(TagResolution.PendingBuild pending)
    {
        var last = pending.Path.Last;
        var builds = ListText.Format(pending.Builds, "or");
        var text = $"waits for the build {builds}, which pushes {PrintableText.ShowName(last.Name)}";
        if (pending.Path.End != TagPathEnd.NoSuchStream)
        {
            return text;
        }

        var stream = ImageStreamName.FromParts(last.Namespace, last.Stream);
        return $"{text} once there is a stream {PrintableText.ShowName(stream.ToString())}";
    }

    private static string Source(TagReference specTag) => specTag.From switch
    {
        null => "follows nothing: images are pushed to it",
        { Kind: ReferenceKinds.ImageStreamImage } from => $"follows the image {FullName(from)}",
        { Kind: ReferenceKinds.DockerImage } from => $"follows {from.Name}",
        var from => $"follows the {from.Kind} {FullName(from)}",
    };

    private static string FullName(ObjectReference from) =>
        string.IsNullOrEmpty(from.Namespace) ? $"{from.Name}" : $"{from.Namespace}/{from.Name}";

    private static string Missing(TagResolution.NotFound notFound)
    {
        var last = notFound.Path.Last;
        return notFound.Missing switch
        {
            MissingPart.Image => $"no tag of the stream has pointed to {FullName(last.Reference!.From!)}",
            MissingPart.Stream when last.Reference?.From is { } pin => $"no stream has {FullName(pin)}",
            MissingPart.Stream => $"there is no stream of {last.Name}",
            _ => $"there is no tag {last.Name}",
        };
    }

    private static string Reason(TagEventCondition failure) =>
        string.Join(": ", new[] { failure.Reason, failure.Message }.Where(part => !string.IsNullOrEmpty(part)));
}
