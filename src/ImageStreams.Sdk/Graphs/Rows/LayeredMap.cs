using System.Collections.Immutable;

namespace ImageStreams.Graphs;

/// <summary>A map from keys to rows: a large part that all versions share, and above it what has changed since.</summary>
/// <remarks>
/// Written by one thread; once it is forked or published, nobody changes it any more. To find what has not changed costs
/// as much as in a dictionary.
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

    private LayeredMap(Dictionary<TKey, int> shared, bool isForked, ImmutableDictionary<TKey, int> changed) =>
        (_shared, _isForked, _changed) = (shared, isForked, changed);

    /// <summary>What all versions share.</summary>
    public Dictionary<TKey, int> Shared => _shared;

    /// <summary>How many keys are new since the first version.</summary>
    public int Changes => _changed.Count;

    /// <summary>The next version, to be changed.</summary>
    public LayeredMap<TKey> Fork() => new(_shared, isForked: true, _changed);

    public bool TryGet(TKey key, out int row) =>
        _shared.TryGetValue(key, out row) || (!_changed.IsEmpty && _changed.TryGetValue(key, out row));

    /// <summary>Makes room for keys that are about to come.</summary>
    public void EnsureCapacity(int count)
    {
        if (!_isForked)
        {
            _shared.EnsureCapacity(_shared.Count + count);
        }
    }

    /// <summary>Gives a key its row, for good; false when it has another already.</summary>
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

    /// <summary>Gives a key that has no row yet its row, for good.</summary>
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
