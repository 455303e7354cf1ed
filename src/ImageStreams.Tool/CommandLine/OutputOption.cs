using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>The option for the form of the output.</summary>
internal sealed class OutputOption
{
    public const string Text = "text";
    public const string Json = "json";
    public const string Sarif = "sarif";
    public const string GitHub = "github";
    public const string Markdown = "markdown";
    public const string Mermaid = "mermaid";
    public const string Dot = "dot";
    public const string Html = "html";

    private readonly Option<string> _option;

    /// <summary>Creates the option of a command.</summary>
    /// <param name="forms">The forms that the command knows; the first is the default.</param>
    public OutputOption(params string[] forms)
    {
        _option = new Option<string>("--output", "--format", "-o")
        {
            Description = "The form of the output.",
            HelpName = string.Join('|', forms),
            DefaultValueFactory = _ => forms[0],
        };
        _option.AcceptOnlyFromAmong(forms);
    }

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(_option);

    /// <summary>Reads the form of a command line.</summary>
    public string Read(ParseResult parsed) => parsed.GetValue(_option)!;
}
