using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>The objects of one kind that exist as far as is known, and the observers that are told of each change.</summary>
/// <remarks>
/// <code>
/// lists, events of a watch ─▶ what differs from the known objects ─▶ each observer, in the order in which they were added
/// </code>
/// <para>Performs no I/O and waits for nothing; a <see cref="Reflector{T}"/> carries the changes of an API to it. A version that is
/// known already is not told again. Safe to share between threads: changes, and observers that are added, take turns. An observer that
/// throws keeps no other one from being told; its exception is rethrown afterwards.</para>
/// </remarks>
/// <typeparam name="T">The kind of the objects.</typeparam>
public sealed partial class ReflectedObjects<T>
    where T : ApiObject
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ObjectKey, T> _objects = [];
    private readonly ObjectIndexes<T> _indexes = new();
    private readonly ObserverCalls<T> _observers = new();

    /// <summary>Adds an observer, and notifies it of the objects that exist.</summary>
    /// <param name="observer">The observer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="observer"/> is null.</exception>
    public void Add(IObjectObserver<T> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);

        lock (_gate)
        {
            _observers.Add(observer, _objects.Values);
            _observers.ThrowIfAnyFailed();
        }
    }

    /// <summary>Removes an observer, which is told of no further change.</summary>
    /// <param name="observer">The observer.</param>
    /// <returns>False when it is not among the observers.</returns>
    public bool Remove(IObjectObserver<T> observer)
    {
        lock (_gate)
        {
            return _observers.Remove(observer);
        }
    }

    /// <summary>Applies an event of a watch; a bookmark changes nothing.</summary>
    /// <param name="change">The event.</param>
    /// <returns>True when observers were told of a change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public bool Apply(WatchEvent<T> change)
    {
        ArgumentNullException.ThrowIfNull(change);

        lock (_gate)
        {
            var isTold = change switch
            {
                WatchEvent<T>.Added added => Set(added.Object),
                WatchEvent<T>.Modified modified => Set(modified.Object),
                WatchEvent<T>.Deleted deleted => Remove(ObjectKey.FromObject(deleted.Object), deleted.Object),
                _ => false,
            };
            _observers.ThrowIfAnyFailed();
            return isTold;
        }
    }

    /// <summary>Replaces all objects by those of a list, and notifies the observers of the difference.</summary>
    /// <remarks>Objects that are missing from the list are removed first. An object that was deleted and created again, which
    /// has another UID, is removed and then observed.</remarks>
    /// <param name="objects">All objects that exist. The last one of a name counts: pages may overlap.</param>
    /// <returns>The number of objects that are new, have changed or are gone.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="objects"/> is null.</exception>
    public int Replace(IEnumerable<T> objects)
    {
        ArgumentNullException.ThrowIfNull(objects);
        Dictionary<ObjectKey, T> listed = [];
        foreach (var value in objects)
        {
            listed[ObjectKey.FromObject(value)] = value;
        }

        lock (_gate)
        {
            var gone = _objects.Where(known => !listed.ContainsKey(known.Key)).ToList();
            var told = gone.Count(known => Remove(known.Key, known.Value)) + listed.Values.Count(Set);
            _observers.ThrowIfAnyFailed();
            return told;
        }
    }

    /// <summary>Notifies the observers of all objects again, as if each had changed.</summary>
    public void Resync()
    {
        lock (_gate)
        {
            foreach (var value in _objects.Values)
            {
                _observers.Tell(value, isRemoved: false);
            }

            _observers.ThrowIfAnyFailed();
        }
    }

    private bool Set(T value)
    {
        var key = ObjectKey.FromObject(value);
        if (_objects.TryGetValue(key, out var known))
        {
            if (known.Metadata.ResourceVersion is { } version && version == value.Metadata.ResourceVersion)
            {
                return false;
            }

            if (known.Metadata.Uid != value.Metadata.Uid)
            {
                Remove(key, known);
            }
        }

        _indexes.Replace(key, _objects.GetValueOrDefault(key), value);
        _objects[key] = value;
        _observers.Tell(value, isRemoved: false);
        return true;
    }

    private bool Remove(ObjectKey key, T last)
    {
        if (!_objects.Remove(key, out var known))
        {
            return false;
        }

        _indexes.Replace(key, known, null);
        _observers.Tell(last, isRemoved: true);
        return true;
    }
}
