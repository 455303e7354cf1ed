using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Finds cycles of tags and loops of builds, and the place to cut each.</summary>
internal sealed class CyclesCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOption _output = new(OutputOption.Text, OutputOption.Json);

    public CyclesCommand()
        : base("cycles", "Finds cycles of tags and loops of builds, each with its shortest path and the place to cut it.", "imagestreams cycles deploy/")
    {
        _input.AddTo(this);
        _output.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var input = await LoadedInput.LoadWithProblemsAsync(_input.Read(parsed), environment, cancellationToken)
            .ConfigureAwait(false);
        var cycles = input.Workspace.Cycles;
        if (_output.Read(parsed) == OutputOption.Json)
        {
            JsonOutput.Write(environment, "cycles", writer => writer.WriteCycles("cycles", cycles, input));
        }
        else
        {
            CycleText.Write(TextOutput.ForOut(environment), cycles, input);
        }

        return input.GetExitCode(cycles.IsEmpty);
    }
}
