using System.Text;

namespace ImageStreams.Manifests;

/// <summary>The file <c>imagestreams.lock.json</c> on disk.</summary>
/// <remarks>
/// <para>Written at once: a temporary file in the same folder takes its name, so that no reader ever sees half of it. Processes that
/// change one file take turns, by a second file beside it that is gone afterwards; each reads what the others have written before
/// it writes. Readers do not wait.</para>
/// <para>Safe for concurrent use, by threads and by processes.</para>
/// </remarks>
public static class ImageLockFile
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "imagestreams.lock.json";

    /// <summary>The ending of the file beside it while a process changes it.</summary>
    internal const string TurnSuffix = ".turn";

    /// <summary>The default of the time to wait for other processes: 30 seconds.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Finds the file for a folder: in it, or in the nearest folder above, as <c>global.json</c> is found.</summary>
    /// <param name="startFolder">The folder; it need not exist.</param>
    /// <returns>The full path; null when no folder has one.</returns>
    /// <exception cref="ArgumentException"><paramref name="startFolder"/> is null or empty.</exception>
    public static string? Find(string startFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(startFolder);
        for (var folder = Path.GetFullPath(startFolder); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, FileName) is var path && File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file, as errors name it.</param>
    /// <returns>The lock.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="ImageLockException">The file does not exist, cannot be read, or is no lock.</exception>
    public static ImageLock Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var bytes = LimitedReading.Read(path, 4L * ImageLock.MaxLength) ?? throw LockErrors.TooLong(path);
            return ImageLock.Parse(Encoding.UTF8.GetString(bytes), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw LockErrors.NotReadable(path, e);
        }
    }

    /// <summary>Reads a file, changes the lock and writes it, while no other process does; writes nothing when nothing
    /// changes.</summary>
    /// <param name="path">The path of the file; when it does not exist, it is created from an empty lock.</param>
    /// <param name="change">Returns the changed lock; called again with the newest one when another process has written
    /// meanwhile, so it must have no effect of its own. Images are looked up before.</param>
    /// <param name="timeout">The time to wait for other processes, or null for <see cref="DefaultTimeout"/>.</param>
    /// <param name="timeProvider">The clock for waiting, or null for the system's.</param>
    /// <param name="cancellationToken">A token to cancel the operation; the file is then as it was.</param>
    /// <returns>The lock as the file has it now.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> or <paramref name="change"/> is null, or the path is
    /// empty.</exception>
    /// <exception cref="ImageLockException">The file cannot be read or written, is no lock, or other processes took too
    /// long.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static async Task<ImageLock> UpdateAsync(
        string path,
        Func<ImageLock, ImageLock> change,
        TimeSpan? timeout = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(change);
        var before = ReadOrCreate(path);
        if (change(before) == before)
        {
            return before;
        }

        var turn = new FileTurn(path, timeout ?? DefaultTimeout, timeProvider ?? TimeProvider.System);
        using (await turn.TakeAsync(cancellationToken).ConfigureAwait(false))
        {
            var newest = ReadOrCreate(path);
            var changed = change(newest);
            return changed == newest ? newest : await WriteAsync(path, changed, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ImageLock ReadOrCreate(string path) => File.Exists(path) ? Read(path) : ImageLock.Empty;

    private static async Task<ImageLock> WriteAsync(string path, ImageLock value, CancellationToken cancellationToken)
    {
        try
        {
            await AtomicFile.WriteAsync(path, Encoding.UTF8.GetBytes(value.ToJson()), null, cancellationToken).ConfigureAwait(false);
            return value;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw LockErrors.NotWritable(path, e);
        }
    }
}
