using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>Lets a policy follow the stored roles or bindings of one kind, also those that another process changes.</summary>
internal sealed class RbacFollower(RbacObjects kind, RbacTurn turn, TimeProvider timeProvider, CancellationToken stopping)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Follows until the application stops.</summary>
    /// <param name="version">The version that the policy has.</param>
    public async Task RunAsync(string version)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await WatchAsync(version).ConfigureAwait(false);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever the store has, the policy goes on as soon as it can be read again.
            catch (Exception)
#pragma warning restore CA1031
            {
                version = await ReadAgainAsync(version).ConfigureAwait(false);
            }
        }
    }

    private async Task WatchAsync(string version)
    {
        await foreach (var change in kind.Objects.WatchAsync(new WatchQuery { ResourceVersion = version }, stopping).ConfigureAwait(false))
        {
            if (FindObject(change) is { } value)
            {
                await turn.RunAsync(() => kind.ReadAsync(kind.Key(value), stopping), stopping).ConfigureAwait(false);
            }
        }
    }

    // Changes were missed, or the store does not answer.
    private async Task<string> ReadAgainAsync(string version)
    {
        try
        {
            await Task.Delay(RetryDelay, timeProvider, stopping).ConfigureAwait(false);
            await turn.RunAsync(async () => version = await kind.ReadAllAsync(stopping).ConfigureAwait(false), stopping).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The next round tries again, or ends.
        catch (Exception)
#pragma warning restore CA1031
        {
            // The version stays.
        }

        return version;
    }

    private static ClusterObject? FindObject(WatchEvent<ClusterObject> change) => change switch
    {
        WatchEvent<ClusterObject>.Added added => added.Object,
        WatchEvent<ClusterObject>.Modified modified => modified.Object,
        WatchEvent<ClusterObject>.Deleted deleted => deleted.Object,
        _ => null,
    };
}
