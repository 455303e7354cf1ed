namespace ImageStreams.Collections;

/// <summary>Finds a key among a few dozen by their <see cref="KeyHash"/>.</summary>
/// <remarks>
/// The hashes are adjacent in memory, so that the processor compares several with one instruction, and a short key is found
/// without reading any other key. Keys crafted to have the same hash cost no more than a linear search.
/// </remarks>
internal sealed class KeyHashIndex(string[] keys)
{
    /// <summary>The number of keys beyond which a dictionary is faster.</summary>
    public const int MaxCount = 64;

    private readonly ulong[] _hashes = Array.ConvertAll(keys, key => KeyHash.Compute(key));

    /// <summary>Returns the position of the first such key, or -1.</summary>
    public int IndexOf(string key)
    {
        var hash = KeyHash.Compute(key);
        var at = _hashes.AsSpan().IndexOf(hash);
        while (at >= 0 && !KeyHash.IsExact(hash) && keys[at] != key)
        {
            var distance = _hashes.AsSpan(at + 1).IndexOf(hash);
            at = distance < 0 ? -1 : at + 1 + distance;
        }

        return at;
    }
}
