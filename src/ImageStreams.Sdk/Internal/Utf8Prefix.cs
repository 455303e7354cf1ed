namespace ImageStreams.Internal;

/// <summary>The beginning of a string as a number, to sort most strings without reading them.</summary>
/// <remarks>
/// A smaller number means a smaller string in the order of <see cref="Utf8Order"/>; with equal numbers the strings
/// themselves must be compared.
/// </remarks>
internal static class Utf8Prefix
{
    private const int Length = sizeof(ulong);

    /// <summary>Computes the number from the first eight characters, ignoring those after one that is not ASCII.</summary>
    public static ulong Compute(ReadOnlySpan<char> text)
    {
        var prefix = 0UL;
        for (var i = 0; i < Length; i++)
        {
            prefix <<= 8;
            if (i < text.Length)
            {
                if (text[i] > 0x7F)
                {
                    return (prefix | 0xFF) << (8 * (Length - 1 - i));
                }

                prefix |= text[i];
            }
        }

        return prefix;
    }
}
