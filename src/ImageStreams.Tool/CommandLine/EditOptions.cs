using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>The option of commands that change files.</summary>
internal sealed class EditOptions
{
    private readonly Option<bool> _yes = new("--yes", "-y")
    {
        Description = "Write without a question. Without it, nothing is written unless a person answers.",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(_yes);

    /// <summary>Reads whether to write without a question.</summary>
    public bool ReadYes(ParseResult parsed) => parsed.GetValue(_yes);
}
