using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ImageStreams.AspNetCore;

/// <summary>Keeps the JSON of objects as long as the objects live, up to a number of bytes: what was encoded first goes first.</summary>
internal sealed class KeptEncodings(long maxBytes)
{
    private const long MaxBytes = 64L << 20;

    /// <summary>The JSON of all stored objects: stores keep former versions of them, of which the newest 64 MiB are kept.</summary>
    public static KeptEncodings Newest { get; } = new(MaxBytes);

    private readonly ConditionalWeakTable<ApiObject, ServedObject> _kept = [];
    private readonly ConcurrentQueue<(WeakReference<ApiObject> Owner, int Bytes)> _order = new();
    private long _bytes;

    /// <summary>Finds the JSON of an object; null when it is not kept.</summary>
    public ServedObject? Find(ApiObject value) => _kept.TryGetValue(value, out var kept) ? kept : null;

    /// <summary>Keeps the JSON of an object, unless there is one already.</summary>
    public ServedObject Keep(ApiObject value, ServedObject encoded)
    {
        if (!_kept.TryAdd(value, encoded))
        {
            return Find(value) ?? encoded;
        }

        _order.Enqueue((new WeakReference<ApiObject>(value), encoded.Utf8Json.Length));
        Interlocked.Add(ref _bytes, encoded.Utf8Json.Length);
        ForgetOldest();
        return encoded;
    }

    private void ForgetOldest()
    {
        while (Interlocked.Read(ref _bytes) > maxBytes && _order.TryDequeue(out var oldest))
        {
            Interlocked.Add(ref _bytes, -oldest.Bytes);
            if (oldest.Owner.TryGetTarget(out var value))
            {
                _kept.Remove(value);
            }
        }
    }
}
