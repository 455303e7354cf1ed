using ImageStreams.Controllers;

namespace ImageStreams.Hosting;

/// <summary>Finds out since when the store is unavailable: to the feed of streams, or to the state.</summary>
internal sealed class StoreOutages(StreamFeed feed, StoreHealth state)
{
    /// <summary>Finds the outage that is longest; null when there is none.</summary>
    public StoreOutage? Find()
    {
        var (ofFeed, ofState) = (FindFeedOutage(feed.Status), state.Outage);
        return ofFeed is null || ofState?.Since <= ofFeed.Since ? ofState : ofFeed;
    }

    /// <summary>The feed fails since it last heard of the store; before the first time, since its last error.</summary>
    private static StoreOutage? FindFeedOutage(StreamFeedStatus status) =>
        status.Failures > 0 && (status.LastEvent ?? status.LastErrorTime) is { } since
            ? new StoreOutage(since, status.LastError ?? "")
            : null;
}
