using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Reads from a stream how far a tag is.</summary>
internal static class TagProgress
{
    public static TagEvent? FindLatest(ImageStream stream, string tag) => stream.Status.Tags.Find(tag)?.Latest;

    /// <summary>Finds the failure of the import of the current spec tag; null for that of an earlier one.</summary>
    public static TagEventCondition? FindFailure(ImageStream stream, string tag) =>
        stream.Status.Tags.Find(tag)?.ImportFailure is { } failure && failure.Generation >= GetGeneration(stream, tag) ? failure : null;

    /// <summary>Finds the image of the current spec tag; null while its import is pending or has failed.</summary>
    /// <remarks>A tag that is not imported, such as one that moves by pushes, has its image whenever it has one.</remarks>
    public static TagEvent? FindImported(ImageStream stream, string tag)
    {
        var latest = FindLatest(stream, tag);
        return latest?.Generation >= GetGeneration(stream, tag) && FindFailure(stream, tag) is null ? latest : null;
    }

    /// <summary>Says the state of a tag in words.</summary>
    public static string Describe(ImageStreamTagName name, ImageStream? stream)
    {
        if (stream is null)
        {
            return $"there is no stream {name.StreamName}";
        }

        if (FindFailure(stream, name.Tag) is { } failure)
        {
            return $"its import failed ({failure.Reason}): {failure.Message}";
        }

        return FindLatest(stream, name.Tag) is { } latest
            ? $"it has {latest}"
            : $"it has no image{(stream.Spec.Tags.Find(name.Tag) is null ? ", and no spec tag" : "")}";
    }

    // What is not imported is not numbered by imports.
    private static long GetGeneration(ImageStream stream, string tag) =>
        stream.Spec.Tags.Find(tag) is { } specTag && ImportNeeds.IsImportable(specTag) ? specTag.Generation ?? 0 : 0;
}
