using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>The indexes of a cache: by namespace, and those of the caller.</summary>
/// <remarks>Not safe for concurrent use.</remarks>
internal sealed class ObjectIndexes<T>
    where T : ApiObject
{
    /// <summary>The name of the index by namespace, which every cache has.</summary>
    public const string Namespace = "namespace";

    private readonly Dictionary<string, ObjectIndex<T>> _indexes = new(StringComparer.Ordinal)
    {
        [Namespace] = new ObjectIndex<T>(static value => [value.Namespace]),
    };

    /// <exception cref="ArgumentException">There is an index of that name.</exception>
    public void Add(string name, Func<T, IEnumerable<string>> getValues, IReadOnlyDictionary<ObjectKey, T> objects)
    {
        var index = new ObjectIndex<T>(getValues);
        foreach (var (key, value) in objects)
        {
            index.Replace(key, null, value);
        }

        if (!_indexes.TryAdd(name, index))
        {
            throw new ArgumentException($"There is an index \"{name}\" already.", nameof(name));
        }
    }

    /// <exception cref="ArgumentException">There is no such index.</exception>
    public IReadOnlyCollection<ObjectKey> Find(string name, string value) => _indexes.TryGetValue(name, out var index)
        ? index.Find(value)
        : throw new ArgumentException($"There is no index \"{name}\"; add it first.", nameof(name));

    /// <summary>Puts an object in the place of another one of its name; null for none.</summary>
    public void Replace(ObjectKey key, T? before, T? after)
    {
        foreach (var index in _indexes.Values)
        {
            index.Replace(key, before, after);
        }
    }
}
