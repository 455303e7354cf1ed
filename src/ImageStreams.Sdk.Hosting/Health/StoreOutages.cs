using ImageStreams.Controllers;

namespace ImageStreams.Hosting;

/// <summary>Finds out since when the store is unavailable: to the feed of streams, or to the state.</summary>
internal sealed class StoreOutages(Reflector<ImageStream> feed, StoreHealth state)
{
    /// <summary>Finds the outage that is longest; null when there is none.</summary>
    public StoreOutage? Find(DateTimeOffset now)
    {
        var (ofFeed, ofState) = (FindFeedOutage(feed.Status), state.Outage);
        return ofFeed is null || ofState?.GetDuration(now) >= ofFeed.GetDuration(now) ? ofState : ofFeed;
    }

    /// <summary>The feed fails from its first error in a row to the last one. A watch that was opened again tells that it works
    /// with its first event only, which may take a minute; until then, the last error says nothing of the time after it.</summary>
    private static StoreOutage? FindFeedOutage(ReflectorStatus status) => status is { FailingSince: { } since, LastErrorTime: { } last }
        ? new StoreOutage(since, status.LastError ?? "") { KnownUntil = last }
        : null;
}
