using System.Collections.Concurrent;

namespace ImageStreams.Storage;

/// <summary>Objects that were read or written last, so that one that has not changed is not parsed again.</summary>
/// <remarks>
/// Two generations: when the young one is full, it becomes the old one, and what is used again becomes young. The database
/// says which version is current, so an old object here is only useless, never wrong.
/// </remarks>
internal sealed class ObjectCache<T>
    where T : ApiObject
{
    private const long MaxBytes = 16L << 20;

    private readonly Lock _lock = new();
    private ConcurrentDictionary<ObjectKey, (long Version, T Value, int Bytes)> _young = new();
    private ConcurrentDictionary<ObjectKey, (long Version, T Value, int Bytes)> _old = new();
    private long _bytes;

    /// <summary>Finds the object with its version; version 0 when it is not here.</summary>
    public (long Version, T? Value) Find(ObjectKey key)
    {
        if (_young.TryGetValue(key, out var found))
        {
            return (found.Version, found.Value);
        }

        if (!_old.TryGetValue(key, out found))
        {
            return default;
        }

        Set(key, found.Version, found.Value, found.Bytes);
        return (found.Version, found.Value);
    }

    public void Set(ObjectKey key, long version, T value, int bytes)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(key, out var known) && known.Version >= version)
            {
                return;
            }

            _young[key] = (version, value, bytes);
            _bytes += bytes;
            if (_bytes > MaxBytes)
            {
                (_old, _young, _bytes) = (_young, new(), 0);
            }
        }
    }

    public void Remove(ObjectKey key)
    {
        _young.TryRemove(key, out _);
        _old.TryRemove(key, out _);
    }
}
