using ImageStreams.References;

namespace ImageStreams.Lifecycle;

/// <summary>The stream that a wish takes its image from, and what it takes there.</summary>
/// <remarks>The API server's reading: one mark at most; without one the name means the stream itself.</remarks>
/// <param name="Namespace">The namespace of the stream.</param>
/// <param name="Stream">The stream's name.</param>
/// <param name="Selector">The tag, or the image's id; may be empty.</param>
internal readonly record struct TagSource(string Namespace, string Stream, string Selector)
{
    /// <summary>The stream's full name.</summary>
    public ImageStreamName Name => ImageStreamName.FromParts(Namespace, Stream);

    /// <summary>Determines whether this is the stream that has the wish.</summary>
    public bool IsOwnStream(ImageStream stream) =>
        Stream == stream.Name && Namespace == stream.Namespace;

    /// <summary>Reads what a wish of a stream is to follow; false when it is neither a tag nor an image of a stream.</summary>
    public static bool TryRead(ImageStream stream, ObjectReference from, out TagSource source)
    {
        source = default;
        return FindSeparator(from.Kind) is { } separator && TryRead(stream, from, separator, out source);
    }

    private static bool TryRead(ImageStream stream, ObjectReference from, char separator, out TagSource source)
    {
        var ns = from.NamespaceOr(stream.Namespace);
        var name = from.Name ?? "";
        var at = name.IndexOf(separator, StringComparison.Ordinal);
        source = at < 0
            ? new TagSource(ns, stream.Name, name)
            : new TagSource(ns, name[..at], name[(at + 1)..]);
        return at < 0 || name.IndexOf(separator, at + 1) < 0;
    }

    private static char? FindSeparator(string? kind) => kind switch
    {
        ReferenceKinds.ImageStreamTag => ':',
        ReferenceKinds.ImageStreamImage => '@',
        _ => null,
    };
}
