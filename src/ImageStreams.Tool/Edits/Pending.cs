using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

internal sealed class FileChange
{
    public ManifestFile File => throw new NotSupportedException();

    public string ToUnifiedDiff() => "";

    public Task WriteAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal sealed class ObjectEdit
{
    public required ManifestObject Object { get; init; }

    public required ManifestEdit? Edit { get; init; }
}

internal abstract class ManifestEdit
{
    public static ManifestEdit? Set(string path, RawJson value) => null;
}

internal static class PendingEdits
{
    public static ValueList<FileChange> Edit(this ManifestSet manifests, IEnumerable<ObjectEdit> edits) =>
        edits.Any() ? throw ToolException.Failed("This build cannot edit files.") : [];
}
