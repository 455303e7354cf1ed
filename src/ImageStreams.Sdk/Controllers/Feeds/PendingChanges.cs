using System.Threading.Channels;
using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>The changes that one reader has not read yet: at most one of each object, with its newest state.</summary>
/// <remarks>What is told is the difference between what the reader knows and the newest state, so that it is bounded by the number of
/// objects, and a slow reader misses nothing but what was true for a while. Safe to share between threads.</remarks>
internal sealed class PendingChanges<T> : IObjectObserver<T>
    where T : ApiObject
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ObjectKey, T> _told = [];
    private readonly Dictionary<ObjectKey, PendingChange<T>> _pending = [];
    private readonly LinkedList<ObjectKey?> _order = [];   // null marks the end of the first objects
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private WatchEvent<T>? _next;
    private long _covered;

    /// <summary>The number of changes that were covered by later ones before they were read.</summary>
    public long Covered => Interlocked.Read(ref _covered);

    public void Observe(T value) => Add(value, static (change, current) => change with { Current = current });

    public void Remove(T value) => Add(value, static (change, last) => change with { Current = null, Deleted = last });

    /// <summary>Marks that all objects that existed at first are known.</summary>
    public void EndFirst()
    {
        lock (_gate)
        {
            _order.AddLast((ObjectKey?)null);
        }

        _signal.Writer.TryWrite(true);
    }

    /// <summary>Waits until there may be another change.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken) =>
        await _signal.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Takes the change that has waited for the longest time; null when there is none.</summary>
    /// <param name="version">The version of the bookmark at the end of the first objects.</param>
    public WatchEvent<T>? TryTake(string version)
    {
        lock (_gate)
        {
            var change = _next;
            _next = null;
            while (change is null && _order.First is { } first)
            {
                _order.RemoveFirst();
                change = first.Value is { } key
                    ? TakeChange(key)
                    : new WatchEvent<T>.Bookmark { ResourceVersion = version, EndsInitialEvents = true };
            }

            return change;
        }
    }

    private void Add(T value, Func<PendingChange<T>, T, PendingChange<T>> update)
    {
        var key = ObjectKey.FromObject(value);
        lock (_gate)
        {
            if (_pending.TryGetValue(key, out var pending))
            {
                Interlocked.Increment(ref _covered);
            }
            else
            {
                pending = new PendingChange<T>(_order.AddLast(key));
            }

            _pending[key] = update(pending, value);
            DropUnseen(key);
        }

        _signal.Writer.TryWrite(true);
    }

    // An object that came and went before it was read is nothing to the reader.
    private void DropUnseen(ObjectKey key)
    {
        if (_pending[key] is { Current: null } change && !_told.ContainsKey(key))
        {
            _order.Remove(change.Place);
            _pending.Remove(key);
        }
    }

    private WatchEvent<T>? TakeChange(ObjectKey key)
    {
        _pending.Remove(key, out var change);
        var (current, isKnown) = (change!.Current, _told.TryGetValue(key, out var known));
        if (isKnown && current?.Metadata.Uid != known!.Metadata.Uid)
        {
            _told.Remove(key);
            _next = current is null ? null : Tell(key, current, null);
            var last = change.Deleted ?? known;
            return new WatchEvent<T>.Deleted { Object = last, ResourceVersion = GetVersion(last) };
        }

        return current is null ? null : Tell(key, current, known);
    }

    private WatchEvent<T> Tell(ObjectKey key, T current, T? known)
    {
        _told[key] = current;
        return known is null
            ? new WatchEvent<T>.Added { Object = current, ResourceVersion = GetVersion(current) }
            : new WatchEvent<T>.Modified { Object = current, Previous = known, ResourceVersion = GetVersion(current) };
    }

    private static string GetVersion(T value) => value.Metadata.ResourceVersion ?? "";
}
