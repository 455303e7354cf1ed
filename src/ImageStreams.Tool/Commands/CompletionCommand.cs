using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Prints the completion script of a shell.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh, fish or pwsh.", HelpName = "shell" };

    public CompletionCommand()
        : base("completion", "Prints a script that completes commands and options in a shell.", "source <(imagestreams completion bash)")
    {
        _shell.AcceptOnlyFromAmong([.. CompletionScripts.Shells]);
        Add(_shell);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var script = CompletionScripts.Get(parsed.GetValue(_shell)!);
        await environment.Out.WriteAsync(script.AsMemory(), cancellationToken).ConfigureAwait(false);
        return ToolExitCode.Fine;
    }
}
