namespace ImageStreams.Collections;

/// <summary>Finds a key among a few dozen by one byte of each.</summary>
/// <remarks>
/// The bytes stand side by side, so that the processor compares all of them within a few instructions; as a rule the
/// first key that is looked at is the one. Nothing is hashed, and keys made to have one byte cost no more than a search
/// along the list.
/// </remarks>
internal sealed class KeyMarks(string[] keys)
{
    /// <summary>Beyond this many keys too many would have the same byte.</summary>
    public const int MaxCount = 64;

    private readonly byte[] _marks = Array.ConvertAll(keys, MarkOf);

    /// <summary>The position of the first such key, or -1.</summary>
    public int IndexOf(string key)
    {
        var mark = MarkOf(key);
        var at = _marks.AsSpan().IndexOf(mark);
        while (at >= 0 && keys[at] != key)
        {
            var distance = _marks.AsSpan(at + 1).IndexOf(mark);
            at = distance < 0 ? -1 : at + 1 + distance;
        }

        return at;
    }

    /// <summary>Tags of one stream mostly differ in their ends, their middles or their lengths.</summary>
    private static byte MarkOf(string key) =>
        key.Length == 0 ? (byte)0 : (byte)(key[^1] + (3 * key[key.Length / 2]) + (7 * key.Length));
}
