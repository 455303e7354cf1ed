using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The last changes of a kind, kept once for all watchers.</summary>
/// <remarks>A watcher has no more than its place, so that a slow one does not use memory.</remarks>
internal sealed class ChangeRing<T>(int capacity)
    where T : ApiObject
{
    private readonly Lock _lock = new();
    private readonly (long Version, WatchEvent<T>? Change)[] _slots = new (long, WatchEvent<T>?)[capacity];
    private TaskCompletionSource _changed = CreateSignal();
    private long _first;
    private long _next;
    private long _reached;
    private long _oldest;
    private Exception? _failure;

    /// <summary>The version up to which every change is here, or was.</summary>
    public long Reached
    {
        get
        {
            lock (_lock)
            {
                return _reached;
            }
        }
    }

    /// <summary>Begins anew after a version: the changes before are not known.</summary>
    public void Begin(long version)
    {
        lock (_lock)
        {
            Array.Clear(_slots);
            _first = ++_next;
            (_oldest, _reached, _failure) = (version, version, null);
            Signal();
        }
    }

    public void Add(long version, WatchEvent<T>? change)
    {
        lock (_lock)
        {
            _reached = Math.Max(_reached, version);
            if (change is not null)
            {
                Keep(version, change);
            }

            Signal();
        }
    }

    /// <summary>Ends all watchers.</summary>
    public void Fail(Exception failure)
    {
        lock (_lock)
        {
            _failure = failure;
            Signal();
        }
    }

    /// <summary>Finds the place after a version; null when changes after it are no longer known.</summary>
    public long? FindPlace(long version)
    {
        lock (_lock)
        {
            var place = _next;
            while (place > _first && Slot(place - 1).Version > version)
            {
                place--;
            }

            return version < _oldest ? null : place;
        }
    }

    /// <summary>Reads the change at a place.</summary>
    public RingStep<T> Read(long place)
    {
        lock (_lock)
        {
            if (_failure is not null)
            {
                return new RingStep<T> { Failure = _failure, Changed = Task.CompletedTask };
            }

            var change = place >= _first && place < _next ? Slot(place).Change : null;
            return new RingStep<T> { Change = change, IsLost = place < _first, Reached = _reached, Changed = _changed.Task };
        }
    }

    private void Keep(long version, WatchEvent<T> change)
    {
        if (_next - _first == capacity)
        {
            _oldest = Slot(_first++).Version;
        }

        Slot(_next++) = (version, change);
    }

    private ref (long Version, WatchEvent<T>? Change) Slot(long place) => ref _slots[place % capacity];

    private void Signal()
    {
        var changed = _changed;
        _changed = CreateSignal();
        changed.SetResult();
    }

    private static TaskCompletionSource CreateSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
