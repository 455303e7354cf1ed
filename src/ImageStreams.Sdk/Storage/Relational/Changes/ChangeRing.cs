namespace ImageStreams.Storage;

/// <summary>The last changes of both kinds, without gaps, kept once for all watchers.</summary>
/// <remarks>
/// A circular buffer by version. One thread at a time appends; readers take no lock: a slot that has another version than the
/// requested one shows that it was overwritten. What is no longer here is read from the database.
/// </remarks>
internal sealed class ChangeRing(int capacity, long maxBytes)
{
    private readonly StoreChange?[] _slots = new StoreChange?[capacity];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _failure;
    private long _reached;
    private long _oldest;
    private long _bytes;

    public int Capacity => capacity;

    /// <summary>The version up to which all changes were here; 0 before the first.</summary>
    public long Reached => Volatile.Read(ref _reached);

    /// <summary>The error that ends the watches; null for none.</summary>
    public Exception? Failure => Volatile.Read(ref _failure);

    /// <summary>Completes when the ring has reached a later version, or has failed, after this was read.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Finds the change with a version; null when it is not here.</summary>
    public StoreChange? Find(long version)
    {
        var found = Volatile.Read(ref _slots[Slot(version)]);
        return found?.Version == version ? found : null;
    }

    /// <summary>Appends those changes that follow the last one; the others are here already.</summary>
    /// <returns>False when there is a gap before the first of them.</returns>
    public bool TryAppend(IReadOnlyList<StoreChange> changes)
    {
        if (changes.Count > 0 && changes[0].Version > _reached + 1)
        {
            return false;
        }

        foreach (var change in changes.Where(change => change.Version > _reached))
        {
            Append(change);
        }

        Wake();
        return true;
    }

    /// <summary>Forgets all changes, and continues after a version.</summary>
    public void Restart(long version)
    {
        Array.Clear(_slots);
        (_bytes, _oldest) = (0, version + 1);
        Volatile.Write(ref _reached, version);
        Wake();
    }

    /// <summary>Ends the watches with an error; null to end the failure.</summary>
    public void Fail(Exception? failure)
    {
        Volatile.Write(ref _failure, failure);
        Wake();
    }

    private void Append(StoreChange change)
    {
        for (; _oldest < change.Version && (change.Version - _oldest >= capacity || _bytes + change.Bytes > maxBytes); _oldest++)
        {
            _bytes -= _slots[Slot(_oldest)]?.Bytes ?? 0;
            Volatile.Write(ref _slots[Slot(_oldest)], null);
        }

        _bytes += change.Bytes;
        Volatile.Write(ref _slots[Slot(change.Version)], change);
        Volatile.Write(ref _reached, change.Version);
    }

    private void Wake() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private int Slot(long version) => (int)(version % capacity);
}
