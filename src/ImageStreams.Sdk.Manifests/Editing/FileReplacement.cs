namespace ImageStreams.Manifests;

/// <summary>Writes a changed file, unless somebody else has changed it since it was read.</summary>
internal sealed class FileReplacement(FileChange change)
{
    private readonly byte[] _before = change.File.ToBytes();

    /// <summary>Writes the file.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var path = change.File.FullPath ?? throw EditErrors.NoFile(change.File);
        try
        {
            var target = AtomicFile.FindTarget(path);
            await RequireUnchangedAsync(target, cancellationToken).ConfigureAwait(false);
            await AtomicFile
                .WriteAsync(target, change.File.ToBytes(change.After), () => RequireUnchangedAsync(target, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            throw EditErrors.FileChanged(change.File);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw EditErrors.NotWritable(change.File, error);
        }
    }

    private async Task RequireUnchangedAsync(string target, CancellationToken cancellationToken)
    {
        var isSame = new FileInfo(target).Length == _before.Length
            && IsBefore(await File.ReadAllBytesAsync(target, cancellationToken).ConfigureAwait(false));
        if (!isSame)
        {
            throw EditErrors.FileChanged(change.File);
        }
    }

    private bool IsBefore(byte[] content) => content.AsSpan().SequenceEqual(_before);
}
