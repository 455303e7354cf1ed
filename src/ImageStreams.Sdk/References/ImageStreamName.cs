using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

/// <summary>The name of an image stream, with its namespace where that is known: <c>namespace/name</c>.</summary>
/// <remarks>
/// Immutable and safe to share between threads. Two names are equal when both parts are the same text. The parts are not
/// validated: the validator determines whether the API server accepts them.
/// </remarks>
public sealed class ImageStreamName
    : IEquatable<ImageStreamName>, IIdentifier<ImageStreamName>, ISpanParsable<ImageStreamName>,
      IUtf8SpanParsable<ImageStreamName>, ISpanFormattable, IUtf8SpanFormattable
{
    private ImageStreamName(string ns, string name)
    {
        Namespace = ns;
        Name = name;
    }

    /// <summary>The namespace; empty means the current one.</summary>
    public string Namespace { get; }

    /// <summary>The stream's name.</summary>
    public string Name { get; }

    static string IIdentifier<ImageStreamName>.Description => "the name of an image stream";

    /// <summary>Compares two names by their text.</summary>
    public static bool operator ==(ImageStreamName? left, ImageStreamName? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Compares two names by their text.</summary>
    public static bool operator !=(ImageStreamName? left, ImageStreamName? right) => !(left == right);

    /// <summary>Creates a name from its parts, which are not validated.</summary>
    /// <param name="ns">The namespace, or empty.</param>
    /// <param name="name">The stream's name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="ns"/> or <paramref name="name"/> is null.
    /// </exception>
    public static ImageStreamName FromParts(string ns, string name)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(name);
        return new ImageStreamName(ns, name);
    }

    /// <summary>Parses <c>name</c> or <c>namespace/name</c>, as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">The name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ImageReferenceFormatException">
    /// A part is empty, there is a second slash, or the text names a tag or an image.
    /// </exception>
    public static ImageStreamName Parse(string text) => Identifier.Parse<ImageStreamName>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageStreamName Parse(ReadOnlySpan<char> text) => Identifier.Parse<ImageStreamName>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageStreamName Parse(ReadOnlySpan<byte> text) => Identifier.Parse<ImageStreamName>(text);

    /// <summary>Tries to parse <c>name</c> or <c>namespace/name</c>; an invalid name causes no allocation.</summary>
    /// <param name="text">The name; null is not a name.</param>
    /// <param name="name">The name, or null when the text is not one.</param>
    /// <returns>True when the text is the name of a stream.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageStreamName? name) =>
        Identifier.TryParse(text, out name);

    /// <inheritdoc cref="TryParse(string?, out ImageStreamName?)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ImageStreamName? name) =>
        Identifier.TryParse(text, out name);

    /// <inheritdoc cref="TryParse(string?, out ImageStreamName?)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out ImageStreamName? name) =>
        Identifier.TryParse(text, out name);

    /// <summary>Returns the name of a tag of this stream.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The tag's full name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public ImageStreamTagName WithTag(string tag) => ImageStreamTagName.FromParts(Namespace, Name, tag);

    /// <summary>Returns the name of an image of this stream.</summary>
    /// <param name="id">The image's digest, the beginning of it, or another id.</param>
    /// <returns>The image's full name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public ImageStreamImageName WithImage(string id) => ImageStreamImageName.FromParts(Namespace, Name, id);

    /// <summary>Returns the name as text.</summary>
    /// <returns><c>namespace/name</c>, or the name alone when there is no namespace.</returns>
    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";

    /// <summary>Compares namespace and name.</summary>
    /// <param name="other">The name to compare with.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(ImageStreamName? other) =>
        other is not null && Name == other.Name && Namespace == other.Namespace;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageStreamName);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Namespace, Name);

    static bool IIdentifier<ImageStreamName>.TryScan(
        ReadOnlySpan<char> text,
        string? source,
        [NotNullWhen(true)] out ImageStreamName? result,
        out ReferenceError error)
    {
        var isValid = NameScanner.TryScanStream(text, out var parts, out error);
        result = isValid ? new ImageStreamName(parts.Namespace.ToString(), parts.Stream.ToString()) : null;
        return isValid;
    }
}
