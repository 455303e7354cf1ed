namespace ImageStreams.Collections;

/// <summary>Finds a key among a few dozen by the <see cref="KeyMark"/> of each.</summary>
/// <remarks>
/// The marks stand side by side, so that the processor compares several with one instruction, and a short key is found
/// without looking at any other. Nothing is hashed, and keys made to have one mark cost no more than a search along the
/// list.
/// </remarks>
internal sealed class KeyMarks(string[] keys)
{
    /// <summary>Beyond this many keys a dictionary is faster.</summary>
    public const int MaxCount = 64;

    private readonly ulong[] _marks = Array.ConvertAll(keys, key => KeyMark.Of(key));

    /// <summary>The position of the first such key, or -1.</summary>
    public int IndexOf(string key)
    {
        var mark = KeyMark.Of(key);
        var at = _marks.AsSpan().IndexOf(mark);
        while (at >= 0 && !KeyMark.IsKey(mark) && keys[at] != key)
        {
            var distance = _marks.AsSpan(at + 1).IndexOf(mark);
            at = distance < 0 ? -1 : at + 1 + distance;
        }

        return at;
    }
}
