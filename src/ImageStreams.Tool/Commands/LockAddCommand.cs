using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Adds tags to a lock.</summary>
internal sealed class LockAddCommand : ToolCommand
{
    private readonly Argument<string[]> _tags = new("tags")
    {
        Description = "The tags: NAMESPACE/STREAM:TAG of a stream in --manifests, or pull specs with their registry.",
        Arity = ArgumentArity.OneOrMore,
        HelpName = "tag",
    };

    private readonly LockOptions _lock = new();
    private readonly LockLookupOptions _lookup = new();
    private readonly OutputOption _output = new(OutputOption.Text, OutputOption.Json);

    public LockAddCommand()
        : base("add", "Looks up tags, and adds their images to the lock; creates the file when there is none.", "imagestreams lock add openshift/dotnet:10.0 --manifests deploy/")
    {
        Add(_tags);
        _lock.AddTo(this);
        _lock.AddCheckTo(this);
        _lookup.AddTo(this);
        _output.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var file = _lock.FindOrCreate(parsed);
        var lookup = await _lookup.LookUpAsync(parsed, environment, file.Lock, [.. parsed.GetValue(_tags)!], cancellationToken)
            .ConfigureAwait(false);
        var change = await LockChange.ApplyAsync(file, lookup.Images, _lock.ReadCheck(parsed), environment, cancellationToken).ConfigureAwait(false);
        LockOutput.Write(environment, FullName, _output.Read(parsed), change.ToReport() with { Policies = lookup.Policies });
        return change.ExitCode;
    }
}
