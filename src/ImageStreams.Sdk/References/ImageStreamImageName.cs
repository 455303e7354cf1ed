using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

/// <summary>
/// The name of an image in the history of an image stream: <c>stream@id</c>, with the stream's namespace where that is
/// known.
/// </summary>
/// <remarks>Immutable and safe to share between threads. Names are equal when all three parts are the same text.</remarks>
public sealed class ImageStreamImageName
    : IEquatable<ImageStreamImageName>, ILocalIdentifier<ImageStreamImageName>, ISpanParsable<ImageStreamImageName>,
      IUtf8SpanParsable<ImageStreamImageName>, ISpanFormattable, IUtf8SpanFormattable
{
    private ImageStreamImageName(string ns, string stream, string id)
    {
        Namespace = ns;
        Stream = stream;
        Id = id;
    }

    /// <summary>The stream's namespace; empty means the current one.</summary>
    public string Namespace { get; }

    /// <summary>The stream's name.</summary>
    public string Stream { get; }

    /// <summary>The image's digest, the beginning of it, or another id.</summary>
    public string Id { get; }

    /// <summary>The name of the stream that has the image.</summary>
    public ImageStreamName StreamName => ImageStreamName.FromParts(Namespace, Stream);

    /// <summary>The name within the namespace, as in <c>from.name</c>: <c>stream@id</c>.</summary>
    public string LocalName => $"{Stream}@{Id}";

    static string IIdentifier<ImageStreamImageName>.Description => "the name of an image stream image";

    /// <summary>Compares two names by their text.</summary>
    public static bool operator ==(ImageStreamImageName? left, ImageStreamImageName? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Compares two names by their text.</summary>
    public static bool operator !=(ImageStreamImageName? left, ImageStreamImageName? right) => !(left == right);

    /// <summary>Creates a name from its parts, which are not validated.</summary>
    /// <param name="ns">The stream's namespace, or empty.</param>
    /// <param name="stream">The stream's name.</param>
    /// <param name="id">The image's digest or another id.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="ns"/>, <paramref name="stream"/> or <paramref name="id"/> is null.
    /// </exception>
    public static ImageStreamImageName FromParts(string ns, string stream, string id)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(id);
        return new ImageStreamImageName(ns, stream, id);
    }

    /// <summary>Parses <c>stream@id</c> or <c>namespace/stream@id</c>, as <see cref="ToString"/> writes it.</summary>
    /// <remarks>
    /// For text that users write. Parse the fields of API objects with <see cref="ParseLocalName(string)"/>: in a
    /// field, a slash must not select another namespace.
    /// </remarks>
    /// <param name="text">The name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ImageReferenceFormatException">
    /// The text does not contain exactly one <c>@</c>, a part is empty, or there is a second slash.
    /// </exception>
    public static ImageStreamImageName Parse(string text) => Identifier.Parse<ImageStreamImageName>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageStreamImageName Parse(ReadOnlySpan<char> text) => Identifier.Parse<ImageStreamImageName>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageStreamImageName Parse(ReadOnlySpan<byte> text) => Identifier.Parse<ImageStreamImageName>(text);

    /// <summary>
    /// Tries to parse <c>stream@id</c> or <c>namespace/stream@id</c>; an invalid name causes no allocation.
    /// </summary>
    /// <param name="text">The name; null is not a name.</param>
    /// <param name="name">The name, or null when the text is not one.</param>
    /// <returns>True when the text is the name of an image stream image.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageStreamImageName? name) =>
        Identifier.TryParse(text, out name);

    /// <inheritdoc cref="TryParse(string?, out ImageStreamImageName?)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ImageStreamImageName? name) =>
        Identifier.TryParse(text, out name);

    /// <inheritdoc cref="TryParse(string?, out ImageStreamImageName?)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out ImageStreamImageName? name) =>
        Identifier.TryParse(text, out name);

    /// <summary>
    /// Parses a field of an API object, such as <c>from.name</c>: <c>stream@id</c> without a namespace.
    /// </summary>
    /// <remarks>
    /// As in OpenShift, <c>@</c> is the only delimiter, and a slash belongs to the stream's name. No stream has such a
    /// name, so the field names nothing that exists.
    /// </remarks>
    /// <param name="text">The field's value.</param>
    /// <returns>The name; its <see cref="Namespace"/> is empty.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ImageReferenceFormatException">
    /// The text does not contain exactly one <c>@</c>, or a part is empty.
    /// </exception>
    public static ImageStreamImageName ParseLocalName(string text) =>
        Identifier.ParseLocal<ImageStreamImageName>(text);

    /// <summary>Tries to parse a field of an API object, such as <c>from.name</c>; an invalid name causes no
    /// allocation.</summary>
    /// <remarks>See <see cref="ParseLocalName(string)"/>.</remarks>
    /// <param name="text">The field's value; null is not a name.</param>
    /// <param name="name">The name without a namespace, or null when the text is not one.</param>
    /// <returns>True when the text is the name of an image stream image.</returns>
    public static bool TryParseLocalName(
        [NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageStreamImageName? name) =>
        Identifier.TryParseLocal(text, out name);

    /// <summary>Splits a text at its first <c>@</c>, as OpenShift does where it needs only the parts of a name.</summary>
    /// <param name="text">The name of an image, or of a stream alone; it is not validated.</param>
    /// <param name="stream">The text before the <c>@</c>, or all of it; may be empty.</param>
    /// <param name="id">The text after the <c>@</c>; may be empty, because there is no default image.</param>
    /// <returns>True when there was an <c>@</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static bool TrySplit(string text, out string stream, out string id)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        stream = at < 0 ? text : text[..at];
        id = at < 0 ? "" : text[(at + 1)..];
        return at >= 0;
    }

    /// <summary>Joins two texts with an <c>@</c>.</summary>
    /// <param name="stream">The stream's name; it is not validated.</param>
    /// <param name="id">The image's digest or another id; it is not validated.</param>
    /// <returns><c>stream@id</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="id"/> is null.</exception>
    public static string Join(string stream, string id)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(id);
        return $"{stream}@{id}";
    }

    /// <summary>Returns the name as text.</summary>
    /// <returns><c>namespace/stream@id</c>, or <see cref="LocalName"/> when there is no namespace.</returns>
    public override string ToString() => Namespace.Length == 0 ? LocalName : $"{Namespace}/{Stream}@{Id}";

    /// <summary>Returns the name of the same image of the same stream in another namespace.</summary>
    /// <param name="ns">The namespace; empty removes it.</param>
    /// <returns>The changed name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> is null.</exception>
    public ImageStreamImageName WithNamespace(string ns) => FromParts(ns, Stream, Id);

    /// <summary>Determines whether an image's name, or the digits of its digest, start with <see cref="Id"/>.</summary>
    /// <param name="image">An image's name, usually its digest.</param>
    /// <returns>True when this name means the image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is null.</exception>
    public bool Matches(string image) => ImageId.Matches(image, Id);

    /// <summary>Compares namespace, stream and id.</summary>
    /// <param name="other">The name to compare with.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(ImageStreamImageName? other) =>
        other is not null && Id == other.Id && Stream == other.Stream && Namespace == other.Namespace;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageStreamImageName);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Namespace, Stream, Id);

    static bool IIdentifier<ImageStreamImageName>.TryScan(
        ReadOnlySpan<char> text,
        string? source,
        [NotNullWhen(true)] out ImageStreamImageName? result,
        out ReferenceError error)
    {
        var isValid = NameScanner.TryScanImage(text, out var parts, out error);
        result = isValid ? FromParts(parts) : null;
        return isValid;
    }

    static bool ILocalIdentifier<ImageStreamImageName>.TryScanLocal(
        ReadOnlySpan<char> text, [NotNullWhen(true)] out ImageStreamImageName? result, out ReferenceError error)
    {
        var isValid = NameScanner.TryScanLocalImage(text, out var parts, out error);
        result = isValid ? FromParts(parts) : null;
        return isValid;
    }

    private static ImageStreamImageName FromParts(NameParts parts) =>
        new(parts.Namespace.ToString(), parts.Stream.ToString(), parts.Member.ToString());
}
