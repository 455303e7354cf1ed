namespace ImageStreams.Collections;

/// <summary>A key as a number, so that keys are told apart without fetching them from memory.</summary>
/// <remarks>
/// A key of up to eight ASCII characters is its number, and equal numbers are equal keys. Of any other it only says how it
/// ends; then the keys have to be compared.
/// </remarks>
internal static class KeyMark
{
    private const int Longest = sizeof(ulong);
    private const ulong Ending = 1UL << 63;

    public static ulong Of(ReadOnlySpan<char> key)
    {
        if (key.Length > Longest)
        {
            return OfEnding(key);
        }

        var mark = 0UL;
        foreach (var letter in key)
        {
            if (letter is > '\x7F' or '\0')
            {
                return OfEnding(key);
            }

            mark = (mark << 8) | letter;
        }

        return mark;
    }

    /// <summary>Whether two keys of one mark are equal for that.</summary>
    public static bool IsKey(ulong mark) => (mark & Ending) == 0;

    private static ulong OfEnding(ReadOnlySpan<char> key)
    {
        var mark = (ulong)key.Length;
        foreach (var letter in key[Math.Max(0, key.Length - Longest)..])
        {
            mark = (mark * 31) + letter;
        }

        return mark | Ending;
    }
}
