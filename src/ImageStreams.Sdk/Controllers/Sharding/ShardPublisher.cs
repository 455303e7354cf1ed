using ImageStreams.Collections;

namespace ImageStreams.Controllers;

/// <summary>Tells when the owned shards have changed, also when nothing happens but that a lease ends.</summary>
internal sealed class ShardPublisher : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly ShardHolds _holds;
    private readonly ShardClock _clock;
    private readonly Action<ValueList<int>> _publish;
    private readonly ITimer _watchdog;
    private ValueList<int> _published = [];

    /// <param name="holds">The shards.</param>
    /// <param name="clock">The times of leases.</param>
    /// <param name="timeProvider">The time provider.</param>
    /// <param name="publish">Tells the owned shards; one call at a time, and never with an exception.</param>
    public ShardPublisher(
        ShardHolds holds, ShardClock clock, TimeProvider timeProvider, Action<ValueList<int>> publish)
    {
        _holds = holds;
        _clock = clock;
        _publish = publish;
        _watchdog = timeProvider.CreateTimer(
            _ => Publish(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Tells the owned shards if they have changed; all are told when this returns.</summary>
    public void Publish()
    {
        lock (_gate)
        {
            _holds.DropExpired();
            var owned = _holds.Owned;
            if (owned != _published)
            {
                _published = owned;
                _publish(owned);
            }

            WatchNextEnd();
        }
    }

    public ValueTask DisposeAsync() => _watchdog.DisposeAsync();

    private void WatchNextEnd()
    {
        if (_holds.All is [var first, ..])
        {
            _watchdog.Change(_clock.GetDelay(first.HeldUntil) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }
}
