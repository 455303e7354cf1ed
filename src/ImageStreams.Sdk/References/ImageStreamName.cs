namespace ImageStreams.References;

/// <summary>
/// The name of an image stream, with the namespace it is in where that is known: <c>namespace/name</c>.
/// </summary>
/// <remarks>
/// Immutable and safe to share between threads; equal when both parts are the same text. Whether the API server would
/// accept the parts as names is a question of validation and not answered here.
/// </remarks>
public sealed partial class ImageStreamName : IEquatable<ImageStreamName>
{
    private ImageStreamName(string ns, string name)
    {
        Namespace = ns;
        Name = name;
    }

    /// <summary>The namespace, or empty where the one at hand is meant.</summary>
    public string Namespace { get; }

    /// <summary>The stream's name.</summary>
    public string Name { get; }

    /// <summary>Whether two names are the same text.</summary>
    public static bool operator ==(ImageStreamName? left, ImageStreamName? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether two names differ.</summary>
    public static bool operator !=(ImageStreamName? left, ImageStreamName? right) => !(left == right);

    /// <summary>The name with these parts, which are not checked.</summary>
    /// <param name="ns">Its namespace, or empty.</param>
    /// <param name="name">The stream's name.</param>
    /// <returns>The name.</returns>
    public static ImageStreamName FromParts(string ns, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(ns);
        return new ImageStreamName(ns, name);
    }

    /// <summary>The name of a tag of this stream.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The tag's full name.</returns>
    public ImageStreamTagName WithTag(string tag) => ImageStreamTagName.FromParts(Namespace, Name, tag);

    /// <summary>The name of an image of this stream.</summary>
    /// <param name="id">The image's digest, the beginning of it, or another id.</param>
    /// <returns>The image's full name.</returns>
    public ImageStreamImageName WithImage(string id) => ImageStreamImageName.FromParts(Namespace, Name, id);

    /// <summary>Whether the other name has the same namespace and name.</summary>
    /// <param name="other">The name to compare with.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(ImageStreamName? other) =>
        other is not null && Name == other.Name && Namespace == other.Namespace;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageStreamName);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Namespace, Name);
}
