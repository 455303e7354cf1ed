namespace ImageStreams.Manifests;

/// <summary>A text with its name and its lines.</summary>
internal sealed class SourceText(string name, string text)
{
    private int[]? _lineStarts;

    /// <summary>The name of the file; <c>-</c> for standard input.</summary>
    public string Name { get; } = name;

    /// <summary>The text, without a byte order mark.</summary>
    public string Text { get; } = text;

    /// <summary>Gets the place of an offset.</summary>
    public TextPlace GetPlace(int offset, int document)
    {
        var starts = _lineStarts ??= FindLineStarts(Text);
        var found = Array.BinarySearch(starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new TextPlace { File = Name, Line = line + 1, Column = offset - starts[line] + 1, Document = document };
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        return [.. starts];
    }
}
