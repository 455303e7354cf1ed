namespace ImageStreams.Manifests;

/// <summary>The lines around offsets of a text.</summary>
internal static class TextLines
{
    /// <summary>Finds the first character of the line around an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The offset.</param>
    /// <param name="from">The start of a line at or before the offset, beyond which nothing is looked at.</param>
    public static int FindStart(string text, int at, int from = 0) => from + text.AsSpan(from, at - from).LastIndexOf('\n') + 1;

    /// <summary>Finds the start of the next line; the end of the text after the last one.</summary>
    public static int FindNext(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;

    /// <summary>Finds the end of the line around an offset, before the line end.</summary>
    public static int FindEnd(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        if (end < 0)
        {
            return text.Length;
        }

        return end > at && text[end - 1] == '\r' ? end - 1 : end;
    }
}
