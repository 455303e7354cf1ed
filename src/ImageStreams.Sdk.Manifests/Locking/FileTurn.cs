using System.Security.Cryptography;

namespace ImageStreams.Manifests;

/// <summary>The turn to change a file, which one process has at a time: a file beside it that is open without sharing.</summary>
/// <remarks>
/// The operating system gives the turn back when a process ends without doing so. On Unix a file can be deleted while another
/// process opens it, which then has a file without a name:
/// <code>
///   A: open, lock ──────────────── delete, close
///   B:        open ─── wait ────────────────── lock: a file that no name leads to
///   C:                                      open, lock: a new file of the same name
/// </code>
/// So whoever has locked a file checks that the name still leads to it: it stamps the file, and reads the stamp by the name.
/// </remarks>
internal sealed class FileTurn(string path, TimeSpan timeout, TimeProvider timeProvider)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);
    private static readonly DateTime FirstStamp = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly string _file = path + ImageLockFile.TurnSuffix;

    /// <summary>Waits for the turn; disposing of the result gives it back.</summary>
    /// <exception cref="ImageLockException">Others kept it for too long, or the folder cannot be written.</exception>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = timeProvider.GetTimestamp();
        Taken? taken;
        while ((taken = TryTake()) is null)
        {
            var waited = timeProvider.GetElapsedTime(start);
            if (waited >= timeout)
            {
                throw LockErrors.Busy(path, _file, waited);
            }

            await Task.Delay(Pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        return taken;
    }

    private Taken? TryTake()
    {
        try
        {
            return Keep(new FileStream(_file, CreateOptions()));
        }
        catch (Exception e) when (IsBusy(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw LockErrors.NotWritable(path, e);
        }
    }

    private Taken? Keep(FileStream stream)
    {
        if (OperatingSystem.IsWindows() || IsNamed(stream))
        {
            return new Taken(stream, _file);
        }

        stream.Dispose();
        return null;
    }

    private bool IsNamed(FileStream stream)
    {
        File.SetLastWriteTimeUtc(stream.SafeFileHandle, FirstStamp.AddSeconds(RandomNumberGenerator.GetInt32(int.MaxValue / 4)));
        return File.GetLastWriteTimeUtc(_file) == File.GetLastWriteTimeUtc(stream.SafeFileHandle);
    }

    private static FileStreamOptions CreateOptions() => new()
    {
        Mode = FileMode.OpenOrCreate,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        BufferSize = 0,
        Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
    };

    /// <summary>Determines whether another process has the file: on Windows, also one that is about to be deleted.</summary>
    private static bool IsBusy(Exception error) =>
        error.GetType() == typeof(IOException) || (error is UnauthorizedAccessException && OperatingSystem.IsWindows());

    /// <summary>The turn while it is taken.</summary>
    private sealed class Taken(FileStream stream, string file) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose()
        {
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(file);
            }

            stream.Dispose();
        }
    }
}
