namespace ImageStreams.Internal;

/// <summary>The beginning of a text as a number, so that most texts are put in order without being looked at.</summary>
/// <remarks>
/// A smaller number is a smaller text in the order of <see cref="Utf8Order"/>; equal numbers say nothing, and the texts
/// themselves must be compared.
/// </remarks>
internal static class Utf8Prefix
{
    private const int Length = sizeof(ulong);

    /// <summary>The first eight characters; what is behind one that is not ASCII does not count.</summary>
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
