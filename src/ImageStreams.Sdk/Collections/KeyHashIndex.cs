namespace ImageStreams.Collections;

/// <summary>Finds a key among a few dozen by the <see cref="KeyHash"/> of each.</summary>
/// <remarks>
/// The marks stand side by side, so that the processor compares several with one instruction, and a short key is found
/// without looking at any other. Nothing is hashed, and keys made to have one mark cost no more than a search along the
/// list.
/// </remarks>
internal sealed class KeyHashIndex(string[] keys)
{
    /// <summary>Beyond this many keys a dictionary is faster.</summary>
    public const int MaxCount = 64;

    private readonly ulong[] _hashes = Array.ConvertAll(keys, key => KeyHash.Compute(key));

    /// <summary>The position of the first such key, or -1.</summary>
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
