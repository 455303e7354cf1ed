using System.Diagnostics.CodeAnalysis;
using ImageStreams.Serialization;

namespace ImageStreams.Clients;

/// <summary>The spec tag that a rollback replaces, kept in an annotation of the tag as the way back.</summary>
internal static class RollBackRecord
{
    public const string AnnotationName = "imagestreams.sdk/before-rollback";

    /// <summary>Adds the record of the replaced spec tag; of several rollbacks in a row, the first one counts.</summary>
    /// <param name="replaced">The spec tag before; null when there was none.</param>
    /// <param name="pinned">The spec tag of the rollback.</param>
    public static TagReference Keep(TagReference? replaced, TagReference pinned)
    {
        if (TryFind(replaced, out _))
        {
            return pinned;
        }

        var before = replaced ?? new TagReference();
        var record = before with { Generation = null, Annotations = before.Annotations.Remove(AnnotationName) };
        return pinned with { Annotations = pinned.Annotations.Set(AnnotationName, ImageStreamJson.Serialize(record)) };
    }

    /// <summary>Finds the spec tag before a rollback, as long as the tag has not been pointed elsewhere since.</summary>
    public static bool TryFind(TagReference? current, [NotNullWhen(true)] out TagReference? before)
    {
        before = null;
        if (current is null || !IsPinned(current) || !current.Annotations.TryGetValue(AnnotationName, out var record))
        {
            return false;
        }

        try
        {
            before = ImageStreamJson.Deserialize<TagReference>(record);
        }
        catch (WireFormatException)
        {
            // Somebody edited the annotation: there is no way back.
        }

        return before is not null;
    }

    private static bool IsPinned(TagReference tag) => tag.Reference || tag.From?.Kind == ReferenceKinds.ImageStreamImage;
}
