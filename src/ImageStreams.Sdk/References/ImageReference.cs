namespace ImageStreams.References;

/// <summary>
/// The name of an image as pull specs and image streams write it: <c>registry/namespace/name:tag@id</c>.
/// </summary>
/// <remarks>
/// <para>
/// Splits a text exactly as OpenShift's <c>DockerImageReference</c> does, oddities included: a text without a slash that
/// contains a dot or starts with <c>localhost</c> is a <see cref="Registry"/> and nothing else, and the first component
/// of a path with several slashes is the <see cref="Namespace"/>.
/// </para>
/// <para>
/// Immutable and safe to share between threads. Equality is exact, part by part; use
/// <see cref="DockerReferenceComparer"/> to determine whether two references mean the same image to a Docker client.
/// </para>
/// </remarks>
public sealed partial class ImageReference : IEquatable<ImageReference>
{
    /// <summary>The maximum length of a name, its host included: 255 characters.</summary>
    public const int MaxNameLength = 255;

    private readonly string? _text; // null when created from parts, which are all set then
    private readonly ReferenceLayout _layout;

    private ImageReference(string text, in ReferenceLayout layout)
    {
        _text = text;
        _layout = layout;
    }

    private ImageReference(string registry, string @namespace, string name, string tag, string id)
    {
        Registry = registry;
        Namespace = @namespace;
        Name = name;
        Tag = tag;
        Id = id;
    }

    /// <summary>The registry's host, with its port if it has one; empty when the reference names none.</summary>
    public string Registry => field ??= RegistrySpan.ToString();

    /// <summary>The first component of the path if it has more than one; otherwise empty.</summary>
    public string Namespace => field ??= NamespaceSpan.ToString();

    /// <summary>The rest of the path, which may contain slashes; empty when the reference is a registry alone.</summary>
    public string Name => field ??= NameSpan.ToString();

    /// <summary>The tag, or empty.</summary>
    public string Tag => field ??= TagSpan.ToString();

    /// <summary>The text after the <c>@</c>, or empty; always a digest in a parsed reference.</summary>
    public string Id => field ??= IdSpan.ToString();

    /// <summary>
    /// <see cref="Id"/> as a digest; null when it is empty or, in a reference created from parts, not a digest.
    /// </summary>
    public Digest? Digest => field ??= References.Digest.TryParse(Id, out var digest) ? digest : null;

    /// <summary>
    /// Gets a value indicating whether the registry is one of Docker Hub's three names; a port makes it another registry.
    /// </summary>
    public bool IsDockerHub => DockerHub.IsRegistry(RegistrySpan);

    private ReadOnlySpan<char> RegistrySpan => _text is null ? Registry : _layout.Registry.Slice(_text);

    private ReadOnlySpan<char> NamespaceSpan => _text is null ? Namespace : _layout.Namespace.Slice(_text);

    private ReadOnlySpan<char> NameSpan => _text is null ? Name : _layout.Name.Slice(_text);

    private ReadOnlySpan<char> TagSpan => _text is null ? Tag : _layout.Tag.Slice(_text);

    private ReadOnlySpan<char> IdSpan => _text is null ? Id : _layout.Id.Slice(_text);

    /// <summary>Compares two references part by part.</summary>
    public static bool operator ==(ImageReference? left, ImageReference? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Compares two references part by part.</summary>
    public static bool operator !=(ImageReference? left, ImageReference? right) => !(left == right);

    /// <summary>Creates a reference from its parts, which are not validated.</summary>
    /// <remarks>
    /// OpenShift composes references that it would not parse, such as one whose id is not a digest. To validate the
    /// parts, parse the <see cref="ToExactString"/> of the result.
    /// </remarks>
    /// <param name="registry">The registry's host and port, or empty.</param>
    /// <param name="ns">The namespace, or empty.</param>
    /// <param name="name">The name within the namespace, or empty.</param>
    /// <param name="tag">The tag, or empty.</param>
    /// <param name="id">The digest or another id, or empty.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="registry"/>, <paramref name="ns"/>, <paramref name="name"/>, <paramref name="tag"/> or
    /// <paramref name="id"/> is null.
    /// </exception>
    public static ImageReference FromParts(string registry, string ns, string name, string tag = "", string id = "")
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(id);
        return new ImageReference(registry, ns, name, tag, id);
    }

    /// <summary>Compares all five parts, character by character.</summary>
    /// <param name="other">The reference to compare with.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(ImageReference? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && NameSpan.SequenceEqual(other.NameSpan)
            && TagSpan.SequenceEqual(other.TagSpan)
            && IdSpan.SequenceEqual(other.IdSpan)
            && NamespaceSpan.SequenceEqual(other.NamespaceSpan)
            && RegistrySpan.SequenceEqual(other.RegistrySpan));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageReference);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        string.GetHashCode(RegistrySpan),
        string.GetHashCode(NamespaceSpan),
        string.GetHashCode(NameSpan),
        string.GetHashCode(TagSpan),
        string.GetHashCode(IdSpan));
}
