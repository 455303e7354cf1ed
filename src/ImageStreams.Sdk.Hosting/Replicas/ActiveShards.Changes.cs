using ImageStreams.Storage;

namespace ImageStreams.Hosting;

/// <content>Changes: a shard that is lost is inactive at once, and one that is gained when its state has been read.</content>
internal sealed partial class ActiveShards
{
    private readonly Lock _gate = new();
    private readonly HashSet<int> _gained = [];
    private readonly HashSet<int> _lost = [];
    private readonly AsyncSignal _changed = new();
    private readonly AsyncSignal _followed = new();

    /// <summary>Waits until the owned shards have changed.</summary>
    public Task WaitForChangeAsync(CancellationToken stop) => _changed.WaitAsync(stop);

    /// <summary>Tells that what was gained and lost has been followed.</summary>
    public void EndFollowing() => _followed.Set();

    /// <summary>Waits while there are owned shards whose state has not been read yet. For one waiter.</summary>
    public async Task WhenReadAsync(CancellationToken stop)
    {
        while (_leases?.Owned.Any(shard => !Volatile.Read(ref _active).Contains(shard)) == true)
        {
            await _followed.WaitAsync(stop).ConfigureAwait(false);
        }
    }

    /// <summary>The shards that were lost and are not forgotten yet; a copy. Some may be owned again by now.</summary>
    public IReadOnlyList<int> ListLost()
    {
        lock (_gate)
        {
            return [.. _lost];
        }
    }

    public void EndLost(int shard)
    {
        lock (_gate)
        {
            _lost.Remove(shard);
        }
    }

    /// <summary>Begins to read the state of the owned shards that are not active, and lists them.</summary>
    public IReadOnlyList<int> BeginGain()
    {
        lock (_gate)
        {
            _gained.Clear();
            _gained.UnionWith(_leases!.Owned.Where(shard => !_active.Contains(shard) && !_lost.Contains(shard)));
            return [.. _gained];
        }
    }

    /// <summary>Determines whether a record belongs to a shard whose state is being read, or to none.</summary>
    public bool IsGained(StateRecord record)
    {
        if (StateKeys.IsShared(record) || StateKeys.FindStream(record) is not { } name)
        {
            return true;
        }

        lock (_gate)
        {
            return _gained.Contains(Find(name));
        }
    }

    /// <summary>Makes a shard active whose state has been read; false when it was lost in the meantime.</summary>
    public bool TryActivate(int shard)
    {
        lock (_gate)
        {
            if (!_gained.Remove(shard))
            {
                return false;
            }

            Volatile.Write(ref _active, _active.Add(shard));
            return true;
        }
    }

    /// <summary>Notes the shards that are not owned now: another replica may work on them, even if they are owned again soon.</summary>
    private void NoteChange()
    {
        lock (_gate)
        {
            _gained.RemoveWhere(shard => !_leases!.Owns(shard));
            var lost = _active.Where(shard => !_leases!.Owns(shard)).ToList();
            _lost.UnionWith(lost);
            Volatile.Write(ref _active, _active.Except(lost));
        }

        _changed.Set();
    }
}
