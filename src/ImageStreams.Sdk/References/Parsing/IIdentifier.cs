using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ImageStreams.References;

/// <summary>A name with one culture-independent text form.</summary>
/// <remarks>Maps the framework's parsing and formatting interfaces to one scan and one text.</remarks>
internal interface IIdentifier<TSelf>
    : ISpanParsable<TSelf>, IUtf8SpanParsable<TSelf>, ISpanFormattable, IUtf8SpanFormattable
    where TSelf : class, IIdentifier<TSelf>
{
    /// <summary>The noun for error messages, such as "an image reference".</summary>
    static abstract string Description { get; }

    /// <summary>Reads a name; <paramref name="source"/> is the same text as a string, where the caller has one.</summary>
    static abstract bool TryScan(
        ReadOnlySpan<char> text, string? source, [NotNullWhen(true)] out TSelf? result, out ReferenceError error);

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) => Identifier.Parse<TSelf>(s);

    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Identifier.Parse<TSelf>(s);

    static TSelf IUtf8SpanParsable<TSelf>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        Identifier.Parse<TSelf>(utf8Text);

    static bool IParsable<TSelf>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result) =>
        Identifier.TryParse(s, out result);

    static bool ISpanParsable<TSelf>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result) =>
        Identifier.TryParse(s, out result);

    static bool IUtf8SpanParsable<TSelf>.TryParse(
        ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result) =>
        Identifier.TryParse(utf8Text, out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString()!;

    bool ISpanFormattable.TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = ToString()!;
        var fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Encoding.UTF8.TryGetBytes(ToString()!, utf8Destination, out bytesWritten);
}
