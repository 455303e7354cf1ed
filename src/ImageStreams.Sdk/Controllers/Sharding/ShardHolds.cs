using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>The shards that this replica has leased, and the work on them. Safe to share between threads.</summary>
internal sealed class ShardHolds(TimeProvider timeProvider)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, ShardHold> _holds = [];

    /// <summary>Is invoked when the last piece of work on a shard that is to be given away has ended.</summary>
    public event Action? Drained;

    /// <summary>The shards on which work may begin, in ascending order.</summary>
    public ValueList<int> Owned => Read(holds => holds.Where(IsOwned).Select(hold => hold.Shard).ToValueList());

    /// <summary>All leased shards, the one whose lease ends first at the beginning.</summary>
    public ValueList<ShardHold> All => Read(holds => holds.OrderBy(hold => hold.HeldUntil).ToValueList());

    public bool Owns(int shard)
    {
        lock (_gate)
        {
            return _holds.TryGetValue(shard, out var hold) && IsOwned(hold);
        }
    }

    /// <summary>Begins a piece of work; null when the shard is not owned.</summary>
    public ShardWork? TryBegin(int shard)
    {
        lock (_gate)
        {
            if (!_holds.TryGetValue(shard, out var hold) || !IsOwned(hold))
            {
                return null;
            }

            hold.Works++;
            return new ShardWork(hold, () => End(hold));
        }
    }

    /// <summary>Records a lease that was acquired or renewed, unless it may have ended already.</summary>
    public void Set(int shard, Lease lease, long heldUntil)
    {
        ShardHold? former;
        lock (_gate)
        {
            if (_holds.TryGetValue(shard, out var hold) && hold.Lease.Term == lease.Term)
            {
                (hold.Lease, hold.HeldUntil) = (lease, heldUntil);
                return;
            }

            _holds.Remove(shard, out former);
            if (heldUntil > timeProvider.GetTimestamp())
            {
                _holds[shard] = new ShardHold(shard, lease) { HeldUntil = heldUntil };
            }
        }

        former?.Stop();
    }

    /// <summary>Determines whether a shard is held by a lease of another term: it may have had another owner since.</summary>
    public bool HasOtherTerm(int shard, Lease lease)
    {
        lock (_gate)
        {
            return _holds.TryGetValue(shard, out var hold) && hold.Lease.Term != lease.Term;
        }
    }

    /// <summary>Removes a shard, whose work must end.</summary>
    public void Drop(int shard)
    {
        ShardHold? hold;
        lock (_gate)
        {
            _holds.Remove(shard, out hold);
        }

        hold?.Stop();
    }

    /// <summary>Removes a shard to give it away; false while work on it goes on.</summary>
    public bool TryTake(ShardHold hold)
    {
        lock (_gate)
        {
            return hold.Works == 0 && _holds.GetValueOrDefault(hold.Shard) == hold && _holds.Remove(hold.Shard);
        }
    }

    /// <summary>Removes the shards whose leases may have ended.</summary>
    public void DropExpired()
    {
        var now = timeProvider.GetTimestamp();
        foreach (var hold in All.TakeWhile(hold => hold.HeldUntil <= now))
        {
            Drop(hold.Shard);
        }
    }

    /// <summary>Keeps a number of shards, and lets no work begin on the others; those that are left already come first.</summary>
    public void Keep(int count)
    {
        lock (_gate)
        {
            var kept = 0;
            foreach (var hold in _holds.Values.OrderBy(hold => hold.LeavingSince is not null))
            {
                hold.LeavingSince = kept++ < count ? null : hold.LeavingSince ?? timeProvider.GetTimestamp();
            }
        }
    }

    private bool IsOwned(ShardHold hold) => hold.LeavingSince is null && hold.HeldUntil > timeProvider.GetTimestamp();

    private T Read<T>(Func<IEnumerable<ShardHold>, T> read)
    {
        lock (_gate)
        {
            return read(_holds.Values);
        }
    }

    private void End(ShardHold hold)
    {
        bool isDrained;
        lock (_gate)
        {
            isDrained = --hold.Works == 0 && hold.LeavingSince is not null;
        }

        if (isDrained)
        {
            Drained?.Invoke();
        }
    }
}
