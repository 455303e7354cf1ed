using System.CommandLine;
using System.CommandLine.Invocation;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Runs one command line, in the process or in a test.</summary>
internal static class ToolHost
{
    // Response files are off: a file name may begin with @.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs a command line and returns the exit code; see <see cref="ToolExitCode"/>.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, ToolEnvironment environment, CancellationToken cancellationToken = default)
    {
        try
        {
            return await InvokeAsync(args, environment, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ToolExitCode.Interrupted;
        }
        catch (ToolException e)
        {
            WriteError(environment, e.Message);
            return e.ExitCode;
        }
        catch (ManifestEditException e)
        {
            WriteError(environment, e.Message);
            return ToolExitCode.Failed;
        }
        catch (ImageLockException e)
        {
            WriteError(environment, e.Message);
            return ToolExitCode.Failed;
        }
        catch (IOException e)
        {
            WriteError(environment, e.Message);
            return ToolExitCode.Failed;
        }
        catch (UnauthorizedAccessException e)
        {
            WriteError(environment, e.Message);
            return ToolExitCode.Failed;
        }
        finally
        {
            await environment.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<int> InvokeAsync(
        IReadOnlyList<string> args, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var parsed = ToolCommands.CreateRoot(environment).Parse(args, Parsing);
        if (parsed.Action is ParseErrorAction)
        {
            return RefuseUsage(parsed, environment);
        }

        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = environment.Out,
            Error = environment.Error,
        };
        return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
    }

    private static int RefuseUsage(ParseResult parsed, ToolEnvironment environment)
    {
        foreach (var error in parsed.Errors)
        {
            WriteError(environment, error.Message);
        }

        var command = parsed.CommandResult.Command;
        var name = command is ToolCommand { FullName: var full } ? $" {full}" : "";
        TextOutput.ForError(environment).WriteLine($"Run 'imagestreams{name} --help' for the options and an example.");
        return ToolExitCode.Usage;
    }

    private static void WriteError(ToolEnvironment environment, string message)
    {
        var output = TextOutput.ForError(environment);
        output.Write("error: ", Tone.Error);
        output.WriteLine(message);
    }
}
