using System.Globalization;
using System.Text.Unicode;

namespace ImageStreams.References;

public sealed partial class ImageReference : ISpanFormattable, IUtf8SpanFormattable
{
    private const int StackLength = 528;

    /// <summary>
    /// The name with the digest or the tag: <c>name@digest</c>, else <c>name:tag</c>, else the name alone.
    /// </summary>
    /// <remarks>An id that is not a digest is written like a tag. Empty when there is no name.</remarks>
    public string NameString => NameSpan.IsEmpty ? "" : string.Concat(NameSpan, SelectorSeparator, Selector);

    /// <summary>Namespace and name, without registry, tag and id; empty when there is no name.</summary>
    public string RepositoryName =>
        NameSpan.IsEmpty ? "" : string.Concat(NamespaceSpan, SlashAfter(NamespaceSpan), NameSpan);

    /// <summary>The namespace to write: <c>library</c> when the registry is Docker Hub and there is no namespace.</summary>
    private ReadOnlySpan<char> WrittenNamespace =>
        NamespaceSpan.IsEmpty && IsDockerHub ? DockerHub.LibraryNamespace : NamespaceSpan;

    private ReadOnlySpan<char> Selector => IdSpan.IsEmpty ? TagSpan : IdSpan;

    private string SelectorSeparator
    {
        get
        {
            if (Selector.IsEmpty)
            {
                return "";
            }

            return HasDigest ? "@" : ":";
        }
    }

    private bool HasDigest => !IdSpan.IsEmpty && (_text is not null || Digest is not null);

    /// <summary>Returns the pull spec; an absent namespace on Docker Hub becomes <c>library</c>.</summary>
    /// <remarks>
    /// As OpenShift prints references: a digest replaces the tag, and a reference to a registry alone is empty.
    /// </remarks>
    /// <returns>The pull spec, or empty when there is no name.</returns>
    public override string ToString() => Write(WrittenNamespace);

    /// <summary>Returns the pull spec of the parts as they are, without a default namespace.</summary>
    /// <returns>The pull spec, or empty when there is no name.</returns>
    public string ToExactString() => Write(NamespaceSpan);

    /// <summary>Writes the result of <see cref="ToString()"/>.</summary>
    /// <param name="destination">The span to write to.</param>
    /// <param name="charsWritten">The number of characters written; 0 when the span is too short.</param>
    /// <returns>False when the span is too short.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        var registry = RegistrySpan;
        var ns = WrittenNamespace;
        return NameSpan.IsEmpty || destination.TryWrite(
            $"{registry}{SlashAfter(registry)}{ns}{SlashAfter(ns)}{NameSpan}{SelectorSeparator}{Selector}",
            out charsWritten);
    }

    /// <summary>Writes the result of <see cref="ToString()"/> as UTF-8.</summary>
    /// <param name="utf8Destination">The span to write to.</param>
    /// <param name="bytesWritten">The number of bytes written; 0 when the span is too short.</param>
    /// <returns>False when the span is too short.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten)
    {
        bytesWritten = 0;
        var registry = RegistrySpan;
        var ns = WrittenNamespace;
        return NameSpan.IsEmpty || Utf8.TryWrite(
            utf8Destination,
            $"{registry}{SlashAfter(registry)}{ns}{SlashAfter(ns)}{NameSpan}{SelectorSeparator}{Selector}",
            out bytesWritten);
    }

    bool ISpanFormattable.TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten);

    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(utf8Destination, out bytesWritten);

    private string Write(ReadOnlySpan<char> ns) => NameSpan.IsEmpty ? "" : string.Create(
        CultureInfo.InvariantCulture,
        stackalloc char[StackLength],
        $"{RegistrySpan}{SlashAfter(RegistrySpan)}{ns}{SlashAfter(ns)}{NameSpan}{SelectorSeparator}{Selector}");

    private static string SlashAfter(ReadOnlySpan<char> part) => part.IsEmpty ? "" : "/";
}
