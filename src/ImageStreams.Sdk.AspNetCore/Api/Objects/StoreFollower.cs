using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>Lets the memory of a process follow the stored objects of one kind, also those that another process changes.</summary>
/// <param name="objects">The objects.</param>
/// <param name="read">Reads one that has changed.</param>
/// <param name="readAll">Reads all of them, and returns the version that they have.</param>
/// <param name="timeProvider">The time provider.</param>
/// <param name="stopping">Canceled when the application stops.</param>
internal sealed class StoreFollower(
    IObjectStore<ClusterObject> objects,
    Func<ClusterObject, Task> read,
    Func<Task<string>> readAll,
    TimeProvider timeProvider,
    CancellationToken stopping)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Follows until the application stops.</summary>
    /// <param name="version">The version that the process has.</param>
    public async Task RunAsync(string version)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await WatchAsync(version).ConfigureAwait(false);
            }
            catch (Exception e) when (e is ObjectDisposedException || stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever the store has, the process goes on as soon as it can be read again.
            catch (Exception)
#pragma warning restore CA1031
            {
                version = await ReadAgainAsync(version).ConfigureAwait(false);
            }
        }
    }

    private async Task WatchAsync(string version)
    {
        await foreach (var change in objects.WatchAsync(new WatchQuery { ResourceVersion = version }, stopping).ConfigureAwait(false))
        {
            if (FindObject(change) is { } value)
            {
                await read(value).ConfigureAwait(false);
            }
        }
    }

    // Changes were missed, or the store does not answer.
    private async Task<string> ReadAgainAsync(string version)
    {
        try
        {
            await Task.Delay(RetryDelay, timeProvider, stopping).ConfigureAwait(false);
            return await readAll().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The next round tries again, or ends.
        catch (Exception)
#pragma warning restore CA1031
        {
            return version;
        }
    }

    private static ClusterObject? FindObject(WatchEvent<ClusterObject> change) => change switch
    {
        WatchEvent<ClusterObject>.Added added => added.Object,
        WatchEvent<ClusterObject>.Modified modified => modified.Object,
        WatchEvent<ClusterObject>.Deleted deleted => deleted.Object,
        _ => null,
    };
}
