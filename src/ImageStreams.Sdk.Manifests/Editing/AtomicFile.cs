namespace ImageStreams.Manifests;

/// <summary>Writes a file at once: a temporary file in the same folder takes its name.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file, behind symbolic links; one that exists keeps its mode.</summary>
    /// <param name="path">The path.</param>
    /// <param name="content">The new content.</param>
    /// <param name="beforeMove">Checks whether the file may still be replaced, and throws when not; null for no check.</param>
    /// <param name="cancellationToken">A token to cancel the operation; the file is then as it was.</param>
    public static async Task WriteAsync(
        string path, ReadOnlyMemory<byte> content, Func<Task>? beforeMove, CancellationToken cancellationToken)
    {
        var target = FindTarget(path);
        var temporary = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(target))!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            await CreateAsync(temporary, target, content, cancellationToken).ConfigureAwait(false);
            await (beforeMove?.Invoke() ?? Task.CompletedTask).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Finds the file behind symbolic links.</summary>
    public static string FindTarget(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    private static async Task CreateAsync(
        string temporary, string target, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var stream = new FileStream(temporary, CreateOptions(target));
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(content, cancellationToken).ConfigureAwait(false);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
            }

#pragma warning disable CA1849 // only the synchronous call reaches the disk
            stream.Flush(flushToDisk: true);
#pragma warning restore CA1849
        }
    }

    /// <summary>Creates the options: the copy of a file is private until it has the file's own mode.</summary>
    private static FileStreamOptions CreateOptions(string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
