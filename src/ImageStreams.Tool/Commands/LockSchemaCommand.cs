using System.CommandLine;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Prints the JSON schema of locks.</summary>
internal sealed class LockSchemaCommand() : ToolCommand(
    "schema", "Prints the JSON schema of locks, which editors check them with.", "imagestreams lock schema > imagestreams.lock.schema.json")
{
    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        await environment.Out.WriteAsync(ImageLockSchema.GetText().AsMemory(), cancellationToken).ConfigureAwait(false);
        return ToolExitCode.Fine;
    }
}
