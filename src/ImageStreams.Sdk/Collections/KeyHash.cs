namespace ImageStreams.Collections;

/// <summary>A key as a number, so that keys are told apart without fetching them from memory.</summary>
/// <remarks>
/// A key of up to eight ASCII characters is its number, and equal numbers are equal keys. Of any other it only says how it
/// ends; then the keys have to be compared.
/// </remarks>
internal static class KeyHash
{
    private const int MaxExactLength = sizeof(ulong);
    private const ulong InexactFlag = 1UL << 63;

    public static ulong Compute(ReadOnlySpan<char> key)
    {
        if (key.Length > MaxExactLength)
        {
            return ComputeSuffix(key);
        }

        var hash = 0UL;
        foreach (var letter in key)
        {
            if (letter is > '\x7F' or '\0')
            {
                return ComputeSuffix(key);
            }

            hash = (hash << 8) | letter;
        }

        return hash;
    }

    /// <summary>Whether two keys of one mark are equal for that.</summary>
    public static bool IsExact(ulong hash) => (hash & InexactFlag) == 0;

    private static ulong ComputeSuffix(ReadOnlySpan<char> key)
    {
        var hash = (ulong)key.Length;
        foreach (var letter in key[Math.Max(0, key.Length - MaxExactLength)..])
        {
            hash = (hash * 31) + letter;
        }

        return hash | InexactFlag;
    }
}
