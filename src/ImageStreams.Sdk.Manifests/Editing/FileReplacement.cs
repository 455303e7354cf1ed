namespace ImageStreams.Manifests;

/// <summary>Writes a changed file: a temporary file in the same folder, which then takes the name of the old one.</summary>
internal sealed class FileReplacement(FileChange change)
{
    private readonly byte[] _before = change.File.ToBytes();

    /// <summary>Writes the file.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var path = change.File.FullPath ?? throw EditErrors.NoFile(change.File);
        try
        {
            var target = FindTarget(path);
            await RequireUnchangedAsync(target, cancellationToken).ConfigureAwait(false);
            await ReplaceAsync(target, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Finds the file behind symbolic links.</summary>
    private static string FindTarget(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

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

    private async Task ReplaceAsync(string target, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            await CreateAsync(temporary, target, cancellationToken).ConfigureAwait(false);
            await RequireUnchangedAsync(target, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task CreateAsync(string temporary, string target, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var stream = new FileStream(temporary, options);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(change.File.ToBytes(change.After), cancellationToken).ConfigureAwait(false);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
            }

#pragma warning disable CA1849 // only the synchronous call reaches the disk
            stream.Flush(flushToDisk: true);
#pragma warning restore CA1849
        }
    }
}
