namespace ImageStreams.Quickstart;

/// <summary>Writes the story: numbered steps of labeled lines of at most 100 columns, with short digests.</summary>
internal sealed class Report(TextWriter output, bool hasColor)
{
    private const int Width = 100;
    private const int LabelWidth = 15;
    private const string Indent = "   ";
    private int _steps;

    /// <summary>Writes the title.</summary>
    public void Title(string title, string subtitle)
    {
        output.WriteLine(Paint(title, "1"));
        output.WriteLine(subtitle);
    }

    /// <summary>Starts the next step.</summary>
    public void Step(string title)
    {
        output.WriteLine();
        output.WriteLine(Paint($"{++_steps,-3}{title}", "1"));
    }

    /// <summary>Writes a line after its label, wrapped if it is too long.</summary>
    public void Line(string label, string text, Tone tone = Tone.Plain)
    {
        var lines = Wrap(Digests.Shorten(text), Width - Indent.Length - LabelWidth).ToList();
        output.WriteLine($"{Indent}{Paint(label.PadRight(LabelWidth), GetColor(tone))}{lines[0]}");
        foreach (var line in lines.Skip(1))
        {
            output.WriteLine($"{Indent}{new string(' ', LabelWidth)}{line}");
        }
    }

    private string Paint(string text, string color) => hasColor ? $"\e[{color}m{text}\e[0m" : text;

    private static string GetColor(Tone tone) => tone switch
    {
        Tone.Due => "33",
        Tone.Done => "32",
        _ => "2",
    };

    private static IEnumerable<string> Wrap(string text, int width)
    {
        while (text.Length > width && text.LastIndexOf(' ', width) is var space and > 0)
        {
            yield return text[..space];
            text = text[(space + 1)..];
        }

        yield return text;
    }
}
