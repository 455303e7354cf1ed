using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>A command that loads manifests, finds an answer, and writes it as text or as JSON.</summary>
/// <typeparam name="TAnswer">The type of the answer.</typeparam>
internal abstract class AnswerCommand<TAnswer> : ToolCommand
{
    private readonly InputOptions _input;
    private readonly OutputOption _output = new(OutputOption.Text, OutputOption.Json);

    /// <summary>Creates the command.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">The answer that it finds.</param>
    /// <param name="example">A command line.</param>
    /// <param name="readsClusters">True when the objects may be those of a cluster.</param>
    protected AnswerCommand(string name, string description, string example, bool readsClusters = false)
        : base(name, description, example)
    {
        _input = new InputOptions(readsClusters ? new ClusterOptions() : null);
        _input.AddTo(this);
        _output.AddTo(this);
    }

    /// <summary>Checks the command line before anything is loaded.</summary>
    /// <exception cref="ToolException">The options do not fit together.</exception>
    protected virtual void Check(ParseResult parsed)
    {
    }

    /// <summary>Finds the answer.</summary>
    protected abstract TAnswer Ask(LoadedInput input, ParseResult parsed);

    /// <summary>Writes the answer for people.</summary>
    protected abstract void WriteText(TextOutput output, TAnswer answer, LoadedInput input);

    /// <summary>Writes the answer as JSON.</summary>
    protected abstract void WriteJson(ToolEnvironment environment, TAnswer answer, LoadedInput input);

    /// <summary>Determines whether an answer makes the exit code 0.</summary>
    protected virtual bool IsFine(TAnswer answer) => true;

    /// <inheritdoc/>
    protected sealed override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        Check(parsed);
        var input = await LoadedInput.LoadWithProblemsAsync(_input.Read(parsed), environment, cancellationToken)
            .ConfigureAwait(false);
        var answer = Ask(input, parsed);
        if (_output.Read(parsed) == OutputOption.Json)
        {
            WriteJson(environment, answer, input);
        }
        else
        {
            WriteText(TextOutput.ForOut(environment), answer, input);
        }

        return input.GetExitCode(IsFine(answer));
    }
}
