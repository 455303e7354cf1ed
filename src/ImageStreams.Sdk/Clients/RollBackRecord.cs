using System.Diagnostics.CodeAnalysis;
using ImageStreams.Serialization;

namespace ImageStreams.Clients;

/// <summary>The spec tag that a rollback replaces, kept in an annotation of the tag as the way back.</summary>
/// <remarks>
/// The annotation has two lines of JSON: what the rollback pointed the tag to, which tells whether another client has pointed
/// it elsewhere since, and the replaced spec tag.
/// </remarks>
internal static class RollBackRecord
{
    public const string AnnotationName = "imagestreams.sdk/before-rollback";

    /// <summary>Adds the record of the replaced spec tag; of several rollbacks in a row, the first one counts.</summary>
    /// <param name="replaced">The spec tag before; null when there was none.</param>
    /// <param name="pinned">The spec tag of the rollback.</param>
    public static TagReference Keep(TagReference? replaced, TagReference pinned)
    {
        var before = TryFind(replaced, out var first) ? first : replaced ?? new TagReference();
        var kept = before with { Generation = null, Annotations = before.Annotations.Remove(AnnotationName) };
        var record = $"{ImageStreamJson.Serialize(pinned.From!)}\n{ImageStreamJson.Serialize(kept)}";
        return pinned with { Annotations = pinned.Annotations.Set(AnnotationName, record) };
    }

    /// <summary>Finds the spec tag before a rollback, as long as the tag has not been pointed elsewhere since.</summary>
    public static bool TryFind(TagReference? current, [NotNullWhen(true)] out TagReference? before)
    {
        before = null;
        if (current is null || !IsPinned(current) || !current.Annotations.TryGetValue(AnnotationName, out var record))
        {
            return false;
        }

        if (record.Split('\n') is [var pin, var kept] && TryRead<ObjectReference>(pin) == current.From)
        {
            before = TryRead<TagReference>(kept);
        }

        return before is not null;
    }

    /// <summary>Reads a part of the record; null when somebody has edited the annotation, so that there is no way back.</summary>
    private static T? TryRead<T>(string json)
        where T : class, IWireObject<T>
    {
        try
        {
            return ImageStreamJson.Deserialize<T>(json);
        }
        catch (WireFormatException)
        {
            return null;
        }
    }

    private static bool IsPinned(TagReference tag) => tag.Reference || tag.From?.Kind == ReferenceKinds.ImageStreamImage;
}
