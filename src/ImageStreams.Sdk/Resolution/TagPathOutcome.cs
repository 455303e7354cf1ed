using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>What a way leads to when none of its tags has a history: its end says why there is no image.</summary>
internal static class TagPathOutcome
{
    public static TagResolution Evaluate(TagPathScope scope, TagPath path) => path.End switch
    {
        TagPathEnd.Circular => new TagResolution.Circular { Path = path },
        TagPathEnd.CrossStream => new TagResolution.CrossStream { Path = path },
        TagPathEnd.NoSuchTag => Missing(path, MissingPart.Tag),
        TagPathEnd.NoSuchStream => Missing(path, MissingPart.Stream),
        _ => path.Last.Reference!.From is { } from ? EvaluateSource(scope, path, from) : new TagResolution.PendingImport { Path = path },
    };

    private static TagResolution EvaluateSource(TagPathScope scope, TagPath path, ObjectReference from)
    {
        var (kind, name) = (from.Kind ?? "", from.Name ?? "");
        return kind switch
        {
            ReferenceKinds.DockerImage => EvaluateImport(scope, path, name),
            ReferenceKinds.ImageStreamImage => EvaluatePin(scope, path, name),
            _ => Invalid(path, InvalidTagReason.UnknownKind,
                $"'{PrintableText.Escape(kind)}' is none of the kinds DockerImage, ImageStreamTag and ImageStreamImage."),
        };
    }

    private static TagResolution EvaluateImport(TagPathScope scope, TagPath path, string pullSpec) =>
        ReferenceScanner.TryScan(pullSpec, out _, out var fault)
            ? EvaluateConditions(scope, path)
            : Invalid(path, InvalidTagReason.MalformedPullSpec, fault.ToException(pullSpec, "an image reference").Message);

    private static TagResolution EvaluatePin(TagPathScope scope, TagPath path, string name)
    {
        if (!NameScanner.TryScanLocalImage(name, out var parts, out var fault))
        {
            return Invalid(
                path, InvalidTagReason.MalformedImageName, fault.ToException(name, "the name of an image stream image").Message);
        }

        return scope.IsAcross
            ? EvaluatePin(scope, path, parts.Stream.ToString(), parts.Member.ToString())
            : EvaluateConditions(scope, path);
    }

    private static TagResolution EvaluatePin(TagPathScope scope, TagPath path, string stream, string id)
    {
        var hop = path.Last;
        var ns = hop.Reference!.From!.NamespaceOr(hop.Namespace);
        if (scope.Find(ns, stream) is not { } source)
        {
            return Missing(path, MissingPart.Stream);
        }

        return StreamImages.Resolve(source, id) switch
        {
            StreamImageResult.Found found => CreatePinned(scope, path, found.Event),
            StreamImageResult.Ambiguous { Images: var images } => Invalid(path, InvalidTagReason.AmbiguousImage,
                $"'{PrintableText.Escape(id)}' is the beginning of several images, such as {images[0]} and {images[1]}."),
            _ => Missing(path, MissingPart.Image),
        };
    }

    /// <summary>An image that is named by its id stays the same, whatever the generations say.</summary>
    private static TagResolution.Resolved CreatePinned(TagPathScope scope, TagPath path, TagEvent found) =>
        TagDecision.CreateResolved(path, path.Hops.Count - 1, scope.Find(path.Last.Namespace, path.Last.Stream)!, found)
            with { HasNewer = false };

    /// <summary>The tag at the end of the way is the one that is imported.</summary>
    private static TagResolution EvaluateConditions(TagPathScope scope, TagPath path) =>
        FindFailure(scope.Find(path.Last.Namespace, path.Last.Stream)?.Status.Tags.Find(path.Last.Tag)) is { } failure
            ? new TagResolution.FailedImport { Path = path, Condition = failure }
            : new TagResolution.PendingImport { Path = path };

    /// <summary>The condition by which a history says that the last import failed, or null.</summary>
    public static TagEventCondition? FindFailure(NamedTagEventList? history) =>
        history?.Conditions.FirstOrDefault(static condition =>
            condition.Type == TagEventCondition.ImportSuccess && condition.Status == ConditionStatus.False);

    private static TagResolution.NotFound Missing(TagPath path, MissingPart part) => new() { Path = path, Missing = part };

    private static TagResolution.Invalid Invalid(TagPath path, InvalidTagReason fault, string message) =>
        new() { Path = path, Reason = fault, Message = message };
}
