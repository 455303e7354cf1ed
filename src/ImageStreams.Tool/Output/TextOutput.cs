using Spectre.Console;

namespace ImageStreams.Tool;

/// <summary>Writes text for people: in colors on a terminal, and never a control character that was not written here.</summary>
internal sealed class TextOutput
{
    private static readonly Dictionary<Tone, Style> Styles = new()
    {
        [Tone.Muted] = new Style(decoration: Decoration.Dim),
        [Tone.Strong] = new Style(decoration: Decoration.Bold),
        [Tone.Good] = new Style(foreground: Color.Green),
        [Tone.Note] = new Style(foreground: Color.Teal),
        [Tone.Warning] = new Style(foreground: Color.Olive),
        [Tone.Error] = new Style(foreground: Color.Maroon),
    };

    private readonly TextWriter _writer;
    private readonly AnsiWriter? _colors;

    private TextOutput(TextWriter writer, bool isTerminal, bool usesColor)
    {
        _writer = writer;
        IsTerminal = isTerminal;
        _colors = usesColor
            ? new AnsiWriter(writer, new AnsiCapabilities { Ansi = true, ColorSystem = ColorSystem.Standard })
            : null;
    }

    /// <summary>Gets a value indicating whether a person looks at the text.</summary>
    public bool IsTerminal { get; }

    /// <summary>Creates the output to the standard output.</summary>
    public static TextOutput ForOut(ToolEnvironment environment) => new(
        environment.Out, environment.IsOutputTerminal, environment.IsOutputTerminal && environment.AllowsColor);

    /// <summary>Creates the output to the standard error.</summary>
    public static TextOutput ForError(ToolEnvironment environment) => new(
        environment.Error, environment.IsErrorTerminal, environment.IsErrorTerminal && environment.AllowsColor);

    /// <summary>Writes a text on the line; line ends in it are escaped.</summary>
    public void Write(string text, Tone tone = Tone.Plain) => WriteSafe(SafeText.Escape(text), tone);

    /// <summary>Writes a text and ends the line.</summary>
    public void WriteLine(string text = "", Tone tone = Tone.Plain)
    {
        Write(text, tone);
        _writer.Write('\n');
    }

    /// <summary>Writes one line of a file: as it is into a pipe, which may be a patch, and escaped on a terminal.</summary>
    public void WriteFileLine(string line, Tone tone)
    {
        WriteSafe(IsTerminal ? SafeText.EscapeLine(line) : line, tone);
        _writer.Write('\n');
    }

    private void WriteSafe(string text, Tone tone)
    {
        if (_colors is not null && tone != Tone.Plain && text.Length > 0)
        {
            _colors.Write(text, Styles[tone], null);
        }
        else
        {
            _writer.Write(text);
        }
    }
}
