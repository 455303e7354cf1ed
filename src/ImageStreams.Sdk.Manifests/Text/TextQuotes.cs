namespace ImageStreams.Manifests;

/// <summary>The quotes around texts without escapes.</summary>
internal static class TextQuotes
{
    /// <summary>Returns a text without the quotes around it. No plain scalar begins with a quote.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> text) =>
        text.Length >= 2 && text[0] is '"' or '\'' ? text[1..^1] : text;
}
