using System.Runtime.CompilerServices;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <content>Watches: one of the cluster for all watchers.</content>
internal sealed partial class KubernetesObjectStore<T, TList>
{
    public IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.BookmarkInterval is { } interval)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero, nameof(query));
        }

        return RunAsync(query, cancellationToken);
    }

    private async IAsyncEnumerable<WatchEvent<T>> RunAsync(WatchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Each enumeration is a watch of its own.
        var watcher = new MirrorWatcher<T, TList>(_reader, _mirror, query, _timeProvider);
        await foreach (var change in watcher.RunAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return change;
        }
    }
}
