using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>What a way leads to when none of its tags has a history: its end says why there is no image.</summary>
internal static class TagOutcome
{
    public static TagResolution Of(TagScope scope, TagWay way) => way.End switch
    {
        TagWayEnd.Circular => new TagResolution.Circular { Way = way },
        TagWayEnd.CrossStream => new TagResolution.CrossStream { Way = way },
        TagWayEnd.NoSuchTag => Missing(way, MissingPart.Tag),
        TagWayEnd.NoSuchStream => Missing(way, MissingPart.Stream),
        _ => way.Last.Wish!.From is { } from ? OfSource(scope, way, from) : new TagResolution.PendingImport { Way = way },
    };

    private static TagResolution OfSource(TagScope scope, TagWay way, ObjectReference from)
    {
        var (kind, name) = (from.Kind ?? "", from.Name ?? "");
        return kind switch
        {
            ReferenceKinds.DockerImage => OfImport(scope, way, name),
            ReferenceKinds.ImageStreamImage => OfPin(scope, way, name),
            _ => Invalid(way, TagFault.UnknownKind,
                $"'{PrintableText.Of(kind)}' is none of the kinds DockerImage, ImageStreamTag and ImageStreamImage."),
        };
    }

    private static TagResolution OfImport(TagScope scope, TagWay way, string pullSpec) =>
        ReferenceScanner.TryScan(pullSpec, out _, out var fault)
            ? OfCondition(scope, way)
            : Invalid(way, TagFault.MalformedPullSpec, fault.For(pullSpec, "an image reference").Message);

    private static TagResolution OfPin(TagScope scope, TagWay way, string name)
    {
        if (!NameScanner.TryScanImage(name, out var at, out var fault))
        {
            return Invalid(
                way, TagFault.MalformedImageName, fault.For(name, "the name of an image stream image").Message);
        }

        return scope.IsAcross ? OfPin(scope, way, name[..at], name[(at + 1)..]) : OfCondition(scope, way);
    }

    private static TagResolution OfPin(TagScope scope, TagWay way, string stream, string id)
    {
        var hop = way.Last;
        var ns = hop.Wish!.From!.Namespace is { Length: > 0 } named ? named : hop.Namespace;
        if (scope.Find(ns, stream) is not { } source)
        {
            return Missing(way, MissingPart.Stream);
        }

        return StreamImages.Resolve(source, id) switch
        {
            StreamImage.Found found => Pinned(scope, way, found.Event),
            StreamImage.Ambiguous { Images: var images } => Invalid(way, TagFault.AmbiguousImage,
                $"'{PrintableText.Of(id)}' is the beginning of several images, such as {images[0]} and {images[1]}."),
            _ => Missing(way, MissingPart.Image),
        };
    }

    /// <summary>An image that is named by its id stays the same, whatever the generations say.</summary>
    private static TagResolution.Resolved Pinned(TagScope scope, TagWay way, TagEvent found) =>
        TagDecision.Decide(way, way.Path.Count - 1, scope.Find(way.Last.Namespace, way.Last.Stream)!, found)
            with { HasNewer = false };

    /// <summary>The tag at the end of the way is the one that is imported.</summary>
    private static TagResolution OfCondition(TagScope scope, TagWay way) =>
        FindFailure(scope.Find(way.Last.Namespace, way.Last.Stream)?.Status.Tags.Find(way.Last.Tag)) is { } failure
            ? new TagResolution.FailedImport { Way = way, Condition = failure }
            : new TagResolution.PendingImport { Way = way };

    /// <summary>The condition by which a history says that the last import failed, or null.</summary>
    public static TagEventCondition? FindFailure(NamedTagEventList? history) =>
        history?.Conditions.FirstOrDefault(static condition =>
            condition.Type == TagEventCondition.ImportSuccess && condition.Status == ConditionStatus.False);

    private static TagResolution.NotFound Missing(TagWay way, MissingPart part) => new() { Way = way, Missing = part };

    private static TagResolution.Invalid Invalid(TagWay way, TagFault fault, string message) =>
        new() { Way = way, Fault = fault, Message = message };
}
