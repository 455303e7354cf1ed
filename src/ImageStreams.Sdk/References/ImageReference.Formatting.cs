using System.Globalization;
using System.Text.Unicode;

namespace ImageStreams.References;

public sealed partial class ImageReference : ISpanFormattable, IUtf8SpanFormattable
{
    private const int StackLength = 528;

    /// <summary>
    /// The name with what selects one image: <c>name@digest</c>, else <c>name:tag</c>, else the name.
    /// </summary>
    /// <remarks>An id that is no digest is written as a tag would be. Empty when there is no name.</remarks>
    public string NameString => NameSpan.IsEmpty ? "" : string.Concat(NameSpan, SelectorSeparator, Selector);

    /// <summary>Namespace and name, without registry, tag and id; empty when there is no name.</summary>
    public string RepositoryName =>
        NameSpan.IsEmpty ? "" : string.Concat(NamespaceSpan, SlashAfter(NamespaceSpan), NameSpan);

    /// <summary>The namespace that is written: <c>library</c> where Docker Hub is named and no namespace is.</summary>
    private ReadOnlySpan<char> WrittenNamespace =>
        NamespaceSpan.IsEmpty && IsDockerHub ? DockerHub.LibraryNamespace : NamespaceSpan;

    private ReadOnlySpan<char> Selector => IdSpan.IsEmpty ? TagSpan : IdSpan;

    private string SelectorSeparator => Selector.IsEmpty ? "" : HasDigest ? "@" : ":";

    private bool HasDigest => !IdSpan.IsEmpty && (_text is not null || Digest is not null);

    /// <summary>The pull spec, in which an absent namespace on Docker Hub becomes <c>library</c>.</summary>
    /// <remarks>
    /// As OpenShift prints references: with a digest the tag is left out, and a reference to a registry alone is empty.
    /// </remarks>
    /// <returns>The pull spec, or empty when there is no name.</returns>
    public override string ToString() => Write(WrittenNamespace);

    /// <summary>The pull spec of the parts as they are, without a namespace being assumed.</summary>
    /// <returns>The pull spec, or empty when there is no name.</returns>
    public string ToExactString() => Write(NamespaceSpan);

    /// <summary>Writes what <see cref="ToString()"/> returns.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="charsWritten">How many characters were written; 0 when there is too little space.</param>
    /// <returns>Whether there was enough space.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        var registry = RegistrySpan;
        var ns = WrittenNamespace;
        return NameSpan.IsEmpty || destination.TryWrite(
            $"{registry}{SlashAfter(registry)}{ns}{SlashAfter(ns)}{NameSpan}{SelectorSeparator}{Selector}",
            out charsWritten);
    }

    /// <summary>Writes what <see cref="ToString()"/> returns, as UTF-8.</summary>
    /// <param name="utf8Destination">Where to write.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when there is too little space.</param>
    /// <returns>Whether there was enough space.</returns>
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
