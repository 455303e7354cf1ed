namespace ImageStreams.References;

/// <summary>
/// The name of an image in the history of an image stream: <c>stream@id</c>, with the namespace where that is known.
/// </summary>
/// <remarks>Immutable and safe to share between threads; equal when all three parts are the same text.</remarks>
public sealed partial class ImageStreamImageName : IEquatable<ImageStreamImageName>
{
    private ImageStreamImageName(string ns, string stream, string id)
    {
        Namespace = ns;
        Stream = stream;
        Id = id;
    }

    /// <summary>The stream's namespace, or empty where the one at hand is meant.</summary>
    public string Namespace { get; }

    /// <summary>The stream's name.</summary>
    public string Stream { get; }

    /// <summary>The image's digest, or another id, or the beginning of one.</summary>
    public string Id { get; }

    /// <summary>The stream the image is of.</summary>
    public ImageStreamName StreamName => ImageStreamName.FromParts(Namespace, Stream);

    /// <summary>The name within the namespace, as <c>from.name</c> fields hold it: <c>stream@id</c>.</summary>
    public string LocalName => $"{Stream}@{Id}";

    /// <summary>Whether two names are the same text.</summary>
    public static bool operator ==(ImageStreamImageName? left, ImageStreamImageName? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether two names differ.</summary>
    public static bool operator !=(ImageStreamImageName? left, ImageStreamImageName? right) => !(left == right);

    /// <summary>The name with these parts, which are not checked.</summary>
    /// <param name="ns">The stream's namespace, or empty.</param>
    /// <param name="stream">The stream's name.</param>
    /// <param name="id">The image's digest or another id.</param>
    /// <returns>The name.</returns>
    public static ImageStreamImageName FromParts(string ns, string stream, string id)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(ns);
        return new ImageStreamImageName(ns, stream, id);
    }

    /// <summary>The name as text.</summary>
    /// <returns><c>namespace/stream@id</c>, or <see cref="LocalName"/> where there is no namespace.</returns>
    public override string ToString() => Namespace.Length == 0 ? LocalName : $"{Namespace}/{Stream}@{Id}";

    /// <summary>The same image of the same stream, in another namespace.</summary>
    /// <param name="ns">The namespace; empty removes it.</param>
    /// <returns>The changed name.</returns>
    public ImageStreamImageName WithNamespace(string ns) => FromParts(ns, Stream, Id);

    /// <summary>
    /// Whether an image is the one this name means: its name, or its digest's digits, start with the id.
    /// </summary>
    /// <param name="image">An image's name, usually its digest.</param>
    /// <returns>True when it is.</returns>
    public bool Matches(string image) => ImageId.Matches(image, Id);

    /// <summary>Whether the other name has the same namespace, stream and id.</summary>
    /// <param name="other">The name to compare with.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(ImageStreamImageName? other) =>
        other is not null && Id == other.Id && Stream == other.Stream && Namespace == other.Namespace;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageStreamImageName);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Namespace, Stream, Id);
}
