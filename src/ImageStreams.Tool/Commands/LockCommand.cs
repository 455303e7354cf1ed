using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Locks the images of tags; its parts do the work.</summary>
internal sealed class LockCommand : ToolCommand
{
    public LockCommand()
        : base("lock", "Locks the images of tags in imagestreams.lock.json, and finds what has moved since.", "imagestreams lock verify --max-age 90")
    {
        Add(new LockAddCommand());
        Add(new LockUpdateCommand());
        Add(new LockVerifyCommand());
        Add(new LockDiffCommand());
        Add(new LockSchemaCommand());
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken) =>
        throw ToolException.Usage($"Say what to do: {string.Join(", ", Subcommands.Select(part => part.Name))}.");
}
