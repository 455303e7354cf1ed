using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ImageStreams.Storage;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>Tells a trigger controller of objects that are watched as JSON, such as those of a store or an API server.</summary>
/// <remarks>
/// Each of the watches first tells the objects that exist, then a bookmark, and then changes; all of them run at a time. One that ends
/// or throws ends all of them, for another watch to be started. Memory is bounded: a watch waits while nobody reads. Safe to share
/// between threads.
/// </remarks>
/// <param name="watches">The watches, mostly one for each kind; each call starts a new one. Without any, there are no objects.</param>
/// <param name="kinds">The kinds of workloads; null for <see cref="WorkloadKinds.Known"/>.</param>
/// <exception cref="ArgumentNullException"><paramref name="watches"/> is null.</exception>
public sealed class WatchedTriggerSource(
    IEnumerable<Func<CancellationToken, IAsyncEnumerable<WatchEvent<ClusterObject>>>> watches, WorkloadKinds? kinds = null)
    : ITriggerSource
{
    private const int Capacity = 64;

    private readonly Func<CancellationToken, IAsyncEnumerable<WatchEvent<ClusterObject>>>[] _watches =
        [.. watches ?? throw new ArgumentNullException(nameof(watches))];

    /// <inheritdoc/>
    public async IAsyncEnumerable<TriggerSourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = Channel.CreateBounded<TriggerSourceEvent>(Capacity);
        var left = new StrongBox<int>(_watches.Length + 1);
        await TellSyncedAsync(events.Writer, left, end.Token).ConfigureAwait(false);
        var running = Array.ConvertAll(_watches, watch => ForwardAsync(watch, events.Writer, left, end.Token));
        try
        {
            await foreach (var one in events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return one;
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The first bookmark follows the objects that exist.
    private async Task ForwardAsync(
        Func<CancellationToken, IAsyncEnumerable<WatchEvent<ClusterObject>>> watch,
        ChannelWriter<TriggerSourceEvent> events,
        StrongBox<int> left,
        CancellationToken cancellationToken)
    {
        var hasSynced = false;
        try
        {
            await foreach (var change in watch(cancellationToken).ConfigureAwait(false))
            {
                if (TriggerSourceEvent.From(change, kinds) is { } read)
                {
                    await events.WriteAsync(read, cancellationToken).ConfigureAwait(false);
                }
                else if (!hasSynced)
                {
                    hasSynced = true;
                    await TellSyncedAsync(events, left, cancellationToken).ConfigureAwait(false);
                }
            }

            events.TryComplete();
        }
        catch (Exception e)
        {
            events.TryComplete(e);
            throw;
        }
    }

    // What one watch has written before its bookmark is in the channel before the last of them counts down.
    private static async ValueTask TellSyncedAsync(
        ChannelWriter<TriggerSourceEvent> events, StrongBox<int> left, CancellationToken cancellationToken)
    {
        if (Interlocked.Decrement(ref left.Value) == 0)
        {
            await events.WriteAsync(TriggerSourceEvent.Synced.Instance, cancellationToken).ConfigureAwait(false);
        }
    }
}
