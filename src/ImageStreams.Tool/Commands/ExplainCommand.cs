using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Explains where tags lead, step by step.</summary>
internal sealed class ExplainCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOption _output = new(OutputOption.Text, OutputOption.Json);
    private readonly TagOptions _tags = new();

    public ExplainCommand()
        : base("explain", "Explains where a tag leads and why, step by step.", "imagestreams explain deploy/ --tag shop/web:latest")
    {
        _input.AddTo(this);
        _output.AddTo(this);
        _tags.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        _tags.Require(parsed);
        var input = await LoadedInput.LoadWithProblemsAsync(_input.Read(parsed), environment, cancellationToken)
            .ConfigureAwait(false);
        var answers = TagAnswers.Resolve(input, _tags.Read(parsed, input));
        if (_output.Read(parsed) == OutputOption.Json)
        {
            ExplainWriter.WriteJson(environment, answers);
        }
        else
        {
            ExplainWriter.WriteText(TextOutput.ForOut(environment), answers);
        }

        return input.GetExitCode(answers.All(answer => answer.PullSpec is not null));
    }
}
