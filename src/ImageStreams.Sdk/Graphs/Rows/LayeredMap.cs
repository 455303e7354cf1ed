using System.Collections.Immutable;

namespace ImageStreams.Graphs;

/// <summary>A map from keys to rows: a large layer that all versions share, and above it a layer of later additions.</summary>
/// <remarks>
/// Written by one thread; read-only once it is forked or published. Finding a key of the shared layer costs as much as in a
/// dictionary.
/// </remarks>
internal sealed class LayeredMap<TKey>
    where TKey : struct, IEquatable<TKey>
{
    private readonly Dictionary<TKey, int> _shared;
    private readonly bool _isForked;
    private ImmutableDictionary<TKey, int> _changed;

    public LayeredMap(IEqualityComparer<TKey>? comparer = null)
        : this(new Dictionary<TKey, int>(comparer), isForked: false, ImmutableDictionary.Create<TKey, int>(comparer))
    {
    }

    private LayeredMap(Dictionary<TKey, int> shared, bool isForked, ImmutableDictionary<TKey, int> changed)
    {
        _shared = shared;
        _isForked = isForked;
        _changed = changed;
    }

    /// <summary>The layer that all versions share.</summary>
    public Dictionary<TKey, int> Shared => _shared;

    /// <summary>The number of keys added since the first version.</summary>
    public int Changes => _changed.Count;

    /// <summary>Creates the next version, to be changed.</summary>
    public LayeredMap<TKey> Fork() => new(_shared, isForked: true, _changed);

    public bool TryGet(TKey key, out int row) =>
        _shared.TryGetValue(key, out row) || (!_changed.IsEmpty && _changed.TryGetValue(key, out row));

    /// <summary>Makes room for keys that are about to be added.</summary>
    public void EnsureCapacity(int count)
    {
        if (!_isForked)
        {
            _shared.EnsureCapacity(_shared.Count + count);
        }
    }

    /// <summary>Assigns a row to a key, which never changes; returns false when the key already has one.</summary>
    public bool TryAdd(TKey key, int row)
    {
        if (!_isForked)
        {
            return _shared.TryAdd(key, row);
        }

        var isNew = !TryGet(key, out _);
        if (isNew)
        {
            _changed = _changed.Add(key, row);
        }

        return isNew;
    }

    /// <summary>Assigns a row, which never changes, to a key that has none.</summary>
    public void Add(TKey key, int row)
    {
        if (_isForked)
        {
            _changed = _changed.Add(key, row);
        }
        else
        {
            _shared.Add(key, row);
        }
    }
}
