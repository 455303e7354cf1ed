using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>A store whose unused images are removed from time to time, as part of a write to a stream.</summary>
/// <remarks>Without a timer, so that it depends on the clock and the writes alone. A run costs as much as listing the store,
/// and there is at most one in half of the time after which images are removed; a run that fails is made again with the next
/// write. A run never fails the write, which is done before, and is not canceled with it.</remarks>
internal sealed class PruningStore : IImageStreamStore
{
    private readonly ImagePruning _pruning;
    private readonly TimeSpan? _unusedFor;
    private readonly TimeProvider _timeProvider;
    private long _nextRun;

    /// <summary>Wraps a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="pruning">The removal of its images, which learns of the images that are looked up.</param>
    /// <param name="unusedFor">The time after which images are removed; null to remove none.</param>
    /// <param name="timeProvider">The time provider.</param>
    public PruningStore(IImageStreamStore store, ImagePruning pruning, TimeSpan? unusedFor, TimeProvider timeProvider)
    {
        (_pruning, _unusedFor, _timeProvider) = (pruning, unusedFor, timeProvider);
        Streams = new NotifyingStore<ImageStream>(store.Streams) { Written = RunIfDueAsync };
        Images = new NotifyingStore<Image>(store.Images) { Finding = key => pruning.Touch(key.Name) };
    }

    /// <inheritdoc/>
    public IObjectStore<ImageStream> Streams { get; }

    /// <inheritdoc/>
    public IObjectStore<Image> Images { get; }

    private async ValueTask RunIfDueAsync()
    {
        var (now, next) = (_timeProvider.GetUtcNow().Ticks, Volatile.Read(ref _nextRun));
        if (_unusedFor is { } unusedFor
            && now >= next
            && Interlocked.CompareExchange(ref _nextRun, now + (unusedFor.Ticks / 2), next) == next)
        {
            await RunAsync(unusedFor).ConfigureAwait(false);
        }
    }

    private async ValueTask RunAsync(TimeSpan unusedFor)
    {
        try
        {
            await _pruning.RunAsync(unusedFor, _timeProvider, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            Volatile.Write(ref _nextRun, 0);
        }
    }
}
