using System.Collections.Immutable;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The objects that a watch has reported; one thread changes them, and any may read them.</summary>
/// <param name="limit">The objects beyond this number are left out.</param>
/// <param name="changed">Called after each change.</param>
internal sealed class WatchedSet(int limit, Action changed)
{
    private volatile ImmutableSortedDictionary<string, ClusterObject> _objects =
        ImmutableSortedDictionary.Create<string, ClusterObject>(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, ClusterObject>.Builder? _initial;

    /// <summary>The objects in the order of their names.</summary>
    public IEnumerable<ClusterObject> Objects => _objects.Values;

    /// <summary>Gets a value indicating whether objects were left out since the last beginning.</summary>
    public bool HasLeftOut { get; private set; }

    /// <summary>Gets a value indicating whether a watch is still reporting the objects that exist.</summary>
    public bool IsBeginning => _initial is not null;

    /// <summary>Begins anew; the objects stay as they are until all have been reported.</summary>
    public void Begin() => (_initial, HasLeftOut) = (_objects.Clear().ToBuilder(), false);

    /// <summary>Takes all objects away.</summary>
    public void Clear()
    {
        _initial = null;
        if (!_objects.IsEmpty)
        {
            Set(_objects.Clear());
        }
    }

    /// <summary>Takes in what a watch reports.</summary>
    public void Take(WatchEvent<ClusterObject> change)
    {
        switch (change)
        {
            case WatchEvent<ClusterObject>.Bookmark { EndsInitialEvents: true } when _initial is { } all:
                _initial = null;
                Set(all.ToImmutable());
                break;
            case WatchEvent<ClusterObject>.Added added:
                Put(added.Object);
                break;
            case WatchEvent<ClusterObject>.Modified modified:
                Put(modified.Object);
                break;
            case WatchEvent<ClusterObject>.Deleted deleted when _initial is null:
                Set(_objects.Remove(deleted.Object.Name));
                break;
        }
    }

    private void Put(ClusterObject value)
    {
        IReadOnlyDictionary<string, ClusterObject> current = _initial is null ? _objects : _initial;
        if (current.Count >= limit && !current.ContainsKey(value.Name))
        {
            HasLeftOut = true;
        }
        else if (_initial is not null)
        {
            _initial[value.Name] = value;
        }
        else
        {
            Set(_objects.SetItem(value.Name, value));
        }
    }

    private void Set(ImmutableSortedDictionary<string, ClusterObject> objects)
    {
        _objects = objects;
        changed();
    }
}
