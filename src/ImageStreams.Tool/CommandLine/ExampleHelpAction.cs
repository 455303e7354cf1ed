using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ImageStreams.Tool;

/// <summary>Shows the usual help, then an example and the exit codes.</summary>
internal sealed class ExampleHelpAction(HelpAction help, TextWriter output) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ToolCommand command)
        {
            output.Write($"Example:\n  {command.Example}\n\n");
            return ToolExitCode.Fine;
        }

        output.Write("Exit codes:\n");
        foreach (var (code, meaning) in ToolExitCode.All)
        {
            output.Write($"  {code,-3}  {meaning}\n");
        }

        output.Write("\n");
        return ToolExitCode.Fine;
    }
}
