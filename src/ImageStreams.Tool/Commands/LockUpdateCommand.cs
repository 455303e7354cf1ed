using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Looks up the tags of a lock again.</summary>
internal sealed class LockUpdateCommand : ToolCommand
{
    private readonly LockOptions _lock = new();
    private readonly LockTagArgument _tags = new();
    private readonly LockLookupOptions _lookup = new();
    private readonly OutputOption _output = new(OutputOption.Text, OutputOption.Json);

    public LockUpdateCommand()
        : base("update", "Looks up the tags of the lock again, writes what has changed, and says why.", "imagestreams lock update openshift/dotnet:10.0 --manifests deploy/")
    {
        _tags.AddTo(this);
        _lock.AddTo(this);
        _lock.AddCheckTo(this);
        _lookup.AddTo(this);
        _output.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var file = _lock.Find(parsed);
        var lookup = await _lookup.LookUpAsync(parsed, environment, file.Lock, _tags.Read(parsed, file), cancellationToken)
            .ConfigureAwait(false);
        var change = await LockChange.ApplyAsync(file, lookup.Images, _lock.ReadCheck(parsed), environment, cancellationToken).ConfigureAwait(false);
        LockOutput.Write(environment, FullName, _output.Read(parsed), change.ToReport() with { Policies = lookup.Policies });
        return change.ExitCode;
    }
}
