namespace ImageStreams.Collections;

/// <summary>Represents keys as numbers, to compare keys without fetching them from memory.</summary>
/// <remarks>
/// The number of a key of up to eight ASCII characters contains the whole key, so that equal numbers mean equal keys. The
/// number of any other key depends only on its last characters; then the keys themselves must be compared.
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

    /// <summary>Determines whether keys with this hash are equal without a comparison.</summary>
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
