namespace ImageStreams.Tool;

/// <summary>A table of texts: columns as wide as their widest cell, one line per row, for people and for grep.</summary>
internal sealed class TextTable
{
    /// <summary>The widest column; a longer cell moves the rest of its line to the right.</summary>
    private const int MaxWidth = 80;

    private readonly List<(string Text, Tone Tone)[]> _rows = [];

    /// <summary>Creates a table with headings.</summary>
    public TextTable(params string[] headings) => Add([.. headings.Select(heading => (heading, Tone.Strong))]);

    private TextTable()
    {
    }

    private string Indent { get; init; } = "";

    /// <summary>Creates a table without headings, indented below the line that says what it is.</summary>
    public static TextTable CreateIndented() => new() { Indent = "  " };

    /// <summary>Adds a row.</summary>
    public void Add(params (string Text, Tone Tone)[] cells) =>
        _rows.Add([.. cells.Select(cell => (SafeText.Escape(cell.Text), cell.Tone))]);

    /// <summary>Writes all rows.</summary>
    public void Write(TextOutput output)
    {
        var columns = _rows.Count == 0 ? 0 : _rows[0].Length;
        var widths = Enumerable.Range(0, columns)
            .Select(column => Math.Min(MaxWidth, _rows.Max(row => row[column].Text.Length)))
            .ToArray();
        foreach (var row in _rows)
        {
            output.Write(Indent);
            WriteRow(output, row, widths);
        }
    }

    private static void WriteRow(TextOutput output, (string Text, Tone Tone)[] row, int[] widths)
    {
        for (var column = 0; column < row.Length - 1; column++)
        {
            output.Write(row[column].Text, row[column].Tone);
            output.Write(new string(' ', Math.Max(2, widths[column] + 2 - row[column].Text.Length)));
        }

        output.WriteLine(row[^1].Text, row[^1].Tone);
    }
}
