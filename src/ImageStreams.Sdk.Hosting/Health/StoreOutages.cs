using ImageStreams.Controllers;

namespace ImageStreams.Hosting;

/// <summary>Finds out since when the store is unavailable: to the feed of streams, or to the state.</summary>
internal sealed class StoreOutages(StreamFeed feed, StoreHealth state)
{
    private readonly Lock _gate = new();
    private DateTimeOffset? _feedFailsSince;

    /// <summary>Finds the outage that is longest; null when there is none.</summary>
    public StoreOutage? Find(DateTimeOffset now)
    {
        var (ofFeed, ofState) = (FindFeedOutage(feed.Status), state.Outage);
        return ofFeed is null || ofState?.GetDuration(now) >= ofFeed.GetDuration(now) ? ofState : ofFeed;
    }

    /// <summary>The feed fails from its first error in a row to the last one. A watch that was opened again tells that it works
    /// with its first event only, which may take a minute; until then, the last error says nothing of the time after it.</summary>
    private StoreOutage? FindFeedOutage(StreamFeedStatus status)
    {
        lock (_gate)
        {
            if (status.Failures == 0 || status.LastErrorTime is not { } last)
            {
                _feedFailsSince = null;
                return null;
            }

            _feedFailsSince = status.Failures == 1 ? last : _feedFailsSince ?? last;
            return new StoreOutage(_feedFailsSince.Value, status.LastError ?? "") { KnownUntil = last };
        }
    }
}
