using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

/// <summary>
/// The name of a tag of an image stream: <c>stream:tag</c>, with the stream's namespace where that is known.
/// </summary>
/// <remarks>Immutable and safe to share between threads. Names are equal when all three parts are the same text.</remarks>
public sealed class ImageStreamTagName
    : IEquatable<ImageStreamTagName>, ILocalIdentifier<ImageStreamTagName>, ISpanParsable<ImageStreamTagName>,
      IUtf8SpanParsable<ImageStreamTagName>, ISpanFormattable, IUtf8SpanFormattable
{
    private ImageStreamTagName(string ns, string stream, string tag)
    {
        Namespace = ns;
        Stream = stream;
        Tag = tag;
    }

    /// <summary>The stream's namespace; empty means the current one.</summary>
    public string Namespace { get; }

    /// <summary>The stream's name.</summary>
    public string Stream { get; }

    /// <summary>The tag.</summary>
    public string Tag { get; }

    /// <summary>The name of the stream that has the tag.</summary>
    public ImageStreamName StreamName => ImageStreamName.FromParts(Namespace, Stream);

    /// <summary>The name within the namespace, as in <c>from.name</c>: <c>stream:tag</c>.</summary>
    public string LocalName => $"{Stream}:{Tag}";

    static string IIdentifier<ImageStreamTagName>.Description => "the name of an image stream tag";

    /// <summary>Compares two names by their text.</summary>
    public static bool operator ==(ImageStreamTagName? left, ImageStreamTagName? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Compares two names by their text.</summary>
    public static bool operator !=(ImageStreamTagName? left, ImageStreamTagName? right) => !(left == right);

    /// <summary>Creates a name from its parts, which are not validated.</summary>
    /// <param name="ns">The stream's namespace, or empty.</param>
    /// <param name="stream">The stream's name.</param>
    /// <param name="tag">The tag.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="ns"/>, <paramref name="stream"/> or <paramref name="tag"/> is null.
    /// </exception>
    public static ImageStreamTagName FromParts(string ns, string stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        return new ImageStreamTagName(ns, stream, tag);
    }

    /// <summary>Parses <c>stream:tag</c> or <c>namespace/stream:tag</c>, as <see cref="ToString"/> writes it.</summary>
    /// <remarks>
    /// For text that users write. Parse the fields of API objects with <see cref="ParseLocalName(string)"/>: in a
    /// field, a slash must not select another namespace.
    /// </remarks>
    /// <param name="text">The name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ImageReferenceFormatException">
    /// The text contains an <c>@</c>, or not exactly one colon, a part is empty, or there is a second slash.
    /// </exception>
    public static ImageStreamTagName Parse(string text) => Identifier.Parse<ImageStreamTagName>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageStreamTagName Parse(ReadOnlySpan<char> text) => Identifier.Parse<ImageStreamTagName>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageStreamTagName Parse(ReadOnlySpan<byte> text) => Identifier.Parse<ImageStreamTagName>(text);

    /// <summary>
    /// Tries to parse <c>stream:tag</c> or <c>namespace/stream:tag</c>; an invalid name causes no allocation.
    /// </summary>
    /// <param name="text">The name; null is not a name.</param>
    /// <param name="name">The name, or null when the text is not one.</param>
    /// <returns>True when the text is the name of an image stream tag.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageStreamTagName? name) =>
        Identifier.TryParse(text, out name);

    /// <inheritdoc cref="TryParse(string?, out ImageStreamTagName?)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ImageStreamTagName? name) =>
        Identifier.TryParse(text, out name);

    /// <inheritdoc cref="TryParse(string?, out ImageStreamTagName?)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out ImageStreamTagName? name) =>
        Identifier.TryParse(text, out name);

    /// <summary>
    /// Parses a field of an API object, such as <c>from.name</c>: <c>stream:tag</c> without a namespace.
    /// </summary>
    /// <remarks>
    /// As in OpenShift, <c>:</c> is the only delimiter, and a slash belongs to the stream's name. No stream has such a
    /// name, so the field names nothing that exists.
    /// </remarks>
    /// <param name="text">The field's value.</param>
    /// <returns>The name; its <see cref="Namespace"/> is empty.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ImageReferenceFormatException">
    /// The text contains an <c>@</c>, or not exactly one colon, or a part is empty.
    /// </exception>
    public static ImageStreamTagName ParseLocalName(string text) =>
        Identifier.ParseLocal<ImageStreamTagName>(text);

    /// <summary>Tries to parse a field of an API object, such as <c>from.name</c>; an invalid name causes no
    /// allocation.</summary>
    /// <remarks>See <see cref="ParseLocalName(string)"/>.</remarks>
    /// <param name="text">The field's value; null is not a name.</param>
    /// <param name="name">The name without a namespace, or null when the text is not one.</param>
    /// <returns>True when the text is the name of an image stream tag.</returns>
    public static bool TryParseLocalName(
        [NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageStreamTagName? name) =>
        Identifier.TryParseLocal(text, out name);

    /// <summary>Splits a text at its first colon, as OpenShift does where it needs only the parts of a name.</summary>
    /// <param name="text">The name of a tag, or of a stream alone; it is not validated.</param>
    /// <param name="stream">The text before the colon, or all of it; may be empty.</param>
    /// <param name="tag">The text after the colon, or <c>latest</c> when that is empty.</param>
    /// <returns>True when there was a colon.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static bool TrySplit(string text, out string stream, out string tag)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        stream = colon < 0 ? text : text[..colon];
        tag = colon < 0 || colon == text.Length - 1 ? DockerHub.LatestTag : text[(colon + 1)..];
        return colon >= 0;
    }

    /// <summary>Joins two texts with a colon.</summary>
    /// <param name="stream">The stream's name; it is not validated.</param>
    /// <param name="tag">The tag, not validated; empty means <c>latest</c>.</param>
    /// <returns><c>stream:tag</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="tag"/> is null.</exception>
    public static string Join(string stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        return $"{stream}:{(tag.Length == 0 ? DockerHub.LatestTag : tag)}";
    }

    /// <summary>Returns the name as text.</summary>
    /// <returns><c>namespace/stream:tag</c>, or <see cref="LocalName"/> when there is no namespace.</returns>
    public override string ToString() => Namespace.Length == 0 ? LocalName : $"{Namespace}/{Stream}:{Tag}";

    /// <summary>Returns the name of the same tag of the same stream in another namespace.</summary>
    /// <param name="ns">The namespace; empty removes it.</param>
    /// <returns>The changed name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> is null.</exception>
    public ImageStreamTagName WithNamespace(string ns) => FromParts(ns, Stream, Tag);

    /// <summary>Compares namespace, stream and tag.</summary>
    /// <param name="other">The name to compare with.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(ImageStreamTagName? other) =>
        other is not null && Tag == other.Tag && Stream == other.Stream && Namespace == other.Namespace;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageStreamTagName);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Namespace, Stream, Tag);

    static bool IIdentifier<ImageStreamTagName>.TryScan(
        ReadOnlySpan<char> text,
        string? source,
        [NotNullWhen(true)] out ImageStreamTagName? result,
        out ReferenceError error)
    {
        var isValid = NameScanner.TryScanTag(text, out var parts, out error);
        result = isValid ? FromParts(parts) : null;
        return isValid;
    }

    static bool ILocalIdentifier<ImageStreamTagName>.TryScanLocal(
        ReadOnlySpan<char> text, [NotNullWhen(true)] out ImageStreamTagName? result, out ReferenceError error)
    {
        var isValid = NameScanner.TryScanLocalTag(text, out var parts, out error);
        result = isValid ? FromParts(parts) : null;
        return isValid;
    }

    private static ImageStreamTagName FromParts(NameParts parts) =>
        new(parts.Namespace.ToString(), parts.Stream.ToString(), parts.Member.ToString());
}
