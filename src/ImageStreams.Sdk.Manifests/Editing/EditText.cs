namespace ImageStreams.Manifests;

/// <summary>A text with its lines, as edits look at it.</summary>
internal sealed class EditText(SourceText source)
{
    private string? _newLine;

    public string Text => source.Text;

    /// <summary>The line end of the text: that of its first line.</summary>
    public string NewLine => _newLine ??= FindNewLine(Text);

    /// <summary>Finds the first character of the line around an offset.</summary>
    public int FindLineStart(int at) => at - GetColumn(at);

    /// <summary>Gets the number of characters before an offset on its line.</summary>
    public int GetColumn(int at) => source.GetPlace(at, 1).Column - 1;

    /// <summary>Finds the end of the line around an offset, before the line end.</summary>
    public int FindLineEnd(int at) => TextLines.FindEnd(Text, at);

    /// <summary>Finds the end of the line before a line start, before the line end.</summary>
    public int FindPreviousLineEnd(int lineStart) =>
        lineStart > 1 && Text[lineStart - 2] == '\r' ? lineStart - 2 : Math.Max(lineStart - 1, 0);

    /// <summary>Finds the start of the line after a line's end; the end of the text after the last one.</summary>
    public int SkipLineEnd(int lineEnd)
    {
        var end = lineEnd < Text.Length && Text[lineEnd] == '\r' ? lineEnd + 1 : lineEnd;
        return end < Text.Length ? end + 1 : end;
    }

    /// <summary>Gets the blanks that the line around an offset begins with.</summary>
    public string GetIndent(int at)
    {
        var start = FindLineStart(at);
        var length = Text.AsSpan(start, at - start).IndexOfAnyExcept(' ', '\t');
        return Text.Substring(start, length < 0 ? at - start : length);
    }

    /// <summary>Gets a value indicating whether nothing but blanks stands before an offset on its line.</summary>
    public bool IsFirstOnLine(int at)
    {
        var start = FindLineStart(at);
        return Text.AsSpan(start, at - start).IndexOfAnyExcept(' ', '\t') < 0;
    }

    /// <summary>Gets a value indicating whether the line that begins at an offset has nothing but blanks.</summary>
    public bool IsBlankLine(int lineStart) =>
        Text.AsSpan(lineStart, FindLineEnd(lineStart) - lineStart).IndexOfAnyExcept(' ', '\t') < 0;

    /// <summary>Gets a value indicating whether a line end stands between two offsets.</summary>
    public bool HasLineEnd(int start, int end) => end > start && Text.AsSpan(start, end - start).Contains('\n');

    /// <summary>Skips blanks, line ends and comments.</summary>
    public int SkipBlanks(int at)
    {
        while (at < Text.Length && (char.IsWhiteSpace(Text[at]) || Text[at] == '#'))
        {
            at = Text[at] == '#' ? FindLineEnd(at) : at + 1;
        }

        return at;
    }

    private static string FindNewLine(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
    }
}
