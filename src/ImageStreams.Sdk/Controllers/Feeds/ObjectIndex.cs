using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>The keys of objects by the values of a function.</summary>
/// <remarks>Not safe for concurrent use.</remarks>
internal sealed class ObjectIndex<T>(Func<T, IEnumerable<string>> getValues)
    where T : ApiObject
{
    private readonly Dictionary<string, HashSet<ObjectKey>> _keys = new(StringComparer.Ordinal);

    public IReadOnlyCollection<ObjectKey> Find(string value) => _keys.TryGetValue(value, out var keys) ? keys : [];

    /// <summary>Puts an object in the place of another one of its name; null for none.</summary>
    public void Replace(ObjectKey key, T? before, T? after)
    {
        foreach (var value in before is null ? [] : getValues(before))
        {
            Remove(value, key);
        }

        foreach (var value in after is null ? [] : getValues(after))
        {
            Add(value, key);
        }
    }

    private void Add(string value, ObjectKey key)
    {
        if (!_keys.TryGetValue(value, out var keys))
        {
            _keys[value] = keys = [];
        }

        keys.Add(key);
    }

    private void Remove(string value, ObjectKey key)
    {
        if (_keys.TryGetValue(value, out var keys) && keys.Remove(key) && keys.Count == 0)
        {
            _keys.Remove(value);
        }
    }
}
