using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.Kubernetes;

/// <summary>A dictionary of limited size that forgets what was not asked for longest. Not thread-safe.</summary>
internal sealed class RecentlyUsed<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _places = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = [];

    public int Count => _places.Count;

    /// <summary>Gets the value of a key, which is created when there is none.</summary>
    public TValue GetOrAdd(TKey key, Func<TValue> create)
    {
        if (TryGet(key, out var known))
        {
            return known;
        }

        if (_places.Count == capacity)
        {
            _places.Remove(_order.First!.Value.Key);
            _order.RemoveFirst();
        }

        var value = create();
        _places.Add(key, _order.AddLast((key, value)));
        return value;
    }

    private bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_places.TryGetValue(key, out var place))
        {
            value = default;
            return false;
        }

        _order.Remove(place);
        _order.AddLast(place);
        value = place.Value.Value;
        return true;
    }
}
