namespace ImageStreams.Manifests;

/// <summary>A file whose text changes.</summary>
/// <remarks>Immutable; nothing is written before <see cref="WriteAsync"/>.</remarks>
public sealed class FileChange
{
    private readonly IReadOnlyList<TextPatch> _patches;

    internal FileChange(ManifestFile file, string after, IReadOnlyList<TextPatch> patches)
    {
        File = file;
        After = after;
        _patches = patches;
    }

    /// <summary>The file as it was loaded.</summary>
    public ManifestFile File { get; }

    /// <summary>The text before the edits, without a byte order mark.</summary>
    public string Before => File.Text;

    /// <summary>The text after the edits, without a byte order mark.</summary>
    public string After { get; }

    /// <summary>Formats the difference as a unified diff that <c>git apply</c> and <c>patch</c> understand.</summary>
    /// <remarks>Linear in the text: the difference is computed from the edits.</remarks>
    /// <param name="context">The number of unchanged lines around each change; 3 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="context"/> is negative.</exception>
    public string ToUnifiedDiff(int context = 3)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(context);
        return UnifiedDiff.Format(File, _patches, context);
    }

    /// <summary>Writes the file: a new file beside it takes its place, so that readers see the text before or after, never a part.</summary>
    /// <remarks>
    /// Permissions, encoding and byte order mark stay; of a symbolic link the target is replaced. When the operation fails or is
    /// canceled, the file is as it was.
    /// </remarks>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ManifestEditException">The text is not from a file, the file has changed since it was loaded, or it cannot
    /// be written.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public Task WriteAsync(CancellationToken cancellationToken = default) => new FileReplacement(this).WriteAsync(cancellationToken);

    /// <summary>Returns the name of the file.</summary>
    public override string ToString() => File.Name;
}
