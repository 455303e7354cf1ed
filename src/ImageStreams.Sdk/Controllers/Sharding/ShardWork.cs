namespace ImageStreams.Controllers;

/// <summary>A piece of work on a shard that this replica owns; see <see cref="ShardLeases.TryBegin(int)"/>.</summary>
/// <remarks>
/// While it is not disposed of, the shard is not given to another replica, and its lease is renewed. Dispose of it when the
/// work has ended.
/// </remarks>
public sealed class ShardWork : IDisposable
{
    private readonly ShardHold _hold;
    private readonly Action _ended;
    private int _isOver;

    internal ShardWork(ShardHold hold, Action ended)
    {
        _hold = hold;
        _ended = ended;
    }

    /// <summary>The shard.</summary>
    public int Shard => _hold.Shard;

    /// <summary>
    /// The number of times that the shard's lease was acquired, this one included. A receiver can refuse requests with a lower
    /// number than one seen before.
    /// </summary>
    public long Term => _hold.Lease.Term;

    /// <summary>A token that is canceled when the shard may soon belong to another replica: the work must end at once.</summary>
    public CancellationToken Stopping => _hold.Stopping;

    /// <summary>Ends the work.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            _ended();
        }
    }
}
