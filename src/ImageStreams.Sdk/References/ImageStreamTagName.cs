namespace ImageStreams.References;

/// <summary>
/// The name of a tag of an image stream: <c>stream:tag</c>, with the stream's namespace where that is known.
/// </summary>
/// <remarks>Immutable and safe to share between threads; equal when all three parts are the same text.</remarks>
public sealed partial class ImageStreamTagName : IEquatable<ImageStreamTagName>
{
    private ImageStreamTagName(string ns, string stream, string tag)
    {
        Namespace = ns;
        Stream = stream;
        Tag = tag;
    }

    /// <summary>The stream's namespace, or empty where the one at hand is meant.</summary>
    public string Namespace { get; }

    /// <summary>The stream's name.</summary>
    public string Stream { get; }

    /// <summary>The tag.</summary>
    public string Tag { get; }

    /// <summary>The stream the tag is of.</summary>
    public ImageStreamName StreamName => ImageStreamName.FromParts(Namespace, Stream);

    /// <summary>The name within the namespace, as <c>from.name</c> fields hold it: <c>stream:tag</c>.</summary>
    public string LocalName => $"{Stream}:{Tag}";

    /// <summary>Whether two names are the same text.</summary>
    public static bool operator ==(ImageStreamTagName? left, ImageStreamTagName? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether two names differ.</summary>
    public static bool operator !=(ImageStreamTagName? left, ImageStreamTagName? right) => !(left == right);

    /// <summary>The name with these parts, which are not checked.</summary>
    /// <param name="ns">The stream's namespace, or empty.</param>
    /// <param name="stream">The stream's name.</param>
    /// <param name="tag">The tag.</param>
    /// <returns>The name.</returns>
    public static ImageStreamTagName FromParts(string ns, string stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(ns);
        return new ImageStreamTagName(ns, stream, tag);
    }

    /// <summary>The name as text.</summary>
    /// <returns><c>namespace/stream:tag</c>, or <see cref="LocalName"/> where there is no namespace.</returns>
    public override string ToString() => Namespace.Length == 0 ? LocalName : $"{Namespace}/{Stream}:{Tag}";

    /// <summary>The same tag of the same stream, in another namespace.</summary>
    /// <param name="ns">The namespace; empty removes it.</param>
    /// <returns>The changed name.</returns>
    public ImageStreamTagName WithNamespace(string ns) => FromParts(ns, Stream, Tag);

    /// <summary>Whether the other name has the same namespace, stream and tag.</summary>
    /// <param name="other">The name to compare with.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(ImageStreamTagName? other) =>
        other is not null && Tag == other.Tag && Stream == other.Stream && Namespace == other.Namespace;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageStreamTagName);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Namespace, Stream, Tag);
}
