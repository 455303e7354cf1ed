using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Compares two locks.</summary>
internal sealed class LockDiffCommand : ToolCommand
{
    private readonly Argument<string> _before = new("before")
    {
        Description = "The earlier lock; - reads the standard input.",
        HelpName = "before",
    };

    private readonly Argument<string?> _after = new("after")
    {
        Description = "The later lock; - reads the standard input. Default: imagestreams.lock.json, as for the other commands.",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "after",
    };

    private readonly LockOptions _lock = new();
    private readonly OutputOption _output = new(OutputOption.Text, OutputOption.Json);

    public LockDiffCommand()
        : base("diff", "Compares two locks without a network, and gives the reason of each difference.", "imagestreams lock diff before.lock.json imagestreams.lock.json")
    {
        Add(_before);
        Add(_after);
        _lock.AddTo(this);
        _lock.AddCheckTo(this);
        _output.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var before = await LockFile.ReadAsync(parsed.GetValue(_before)!, environment, cancellationToken).ConfigureAwait(false);
        var after = parsed.GetValue(_after) is { } path
            ? await LockFile.ReadAsync(path, environment, cancellationToken).ConfigureAwait(false)
            : _lock.Find(parsed);
        var differences = before.Lock.Diff(after.Lock);
        LockOutput.Write(environment, FullName, _output.Read(parsed), new LockReport
        {
            File = after.Path,
            Differences = differences,
            Summary = ToolText.Count(differences.Count, "difference"),
        });
        return differences.IsEmpty || !_lock.ReadCheck(parsed) ? ToolExitCode.Fine : ToolExitCode.Findings;
    }
}
