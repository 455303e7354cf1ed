namespace ImageStreams.Graphs;

/// <summary>The name of a tag as a number, so that tags are told apart without fetching their names from memory.</summary>
/// <remarks>
/// A short name is its number, and equal numbers are equal names. Of a longer one it only says how it ends; then the names
/// have to be compared.
/// </remarks>
internal static class TagNameMark
{
    private const int Longest = sizeof(ulong);
    private const ulong Long = 1UL << 63;

    public static ulong Of(ReadOnlySpan<char> name)
    {
        if (name.Length > Longest)
        {
            return Ending(name);
        }

        var mark = 0UL;
        foreach (var letter in name)
        {
            if (letter is > '\x7F' or '\0')
            {
                return Ending(name);
            }

            mark = (mark << 8) | letter;
        }

        return mark;
    }

    /// <summary>Whether two names of one mark are equal for that.</summary>
    public static bool IsName(ulong mark) => (mark & Long) == 0;

    private static ulong Ending(ReadOnlySpan<char> name)
    {
        var mark = (ulong)name.Length;
        foreach (var letter in name[Math.Max(0, name.Length - Longest)..])
        {
            mark = (mark * 31) + letter;
        }

        return mark | Long;
    }
}
