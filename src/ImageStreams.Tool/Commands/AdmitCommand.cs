using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Finds what the images of workloads become at admission.</summary>
internal sealed class AdmitCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOption _output = new(OutputOption.Text, OutputOption.Json);

    public AdmitCommand()
        : base("admit", "Finds what 'image: ruby' in a workload becomes when it is created, or why it stays.", "imagestreams admit deploy/")
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
        var answers = AdmissionAnswers.Create(input);
        if (_output.Read(parsed) == OutputOption.Json)
        {
            AdmissionWriter.WriteJson(environment, answers);
        }
        else
        {
            AdmissionWriter.WriteText(TextOutput.ForOut(environment), answers);
        }

        return input.GetExitCode(isFine: true);
    }
}
