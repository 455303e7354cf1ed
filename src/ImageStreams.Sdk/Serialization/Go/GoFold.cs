namespace ImageStreams.Serialization;

/// <summary>Matches the names of fields without regard to case, as Go's <c>encoding/json</c> does.</summary>
/// <remarks>
/// Go folds by Unicode's simple rules. The names of fields are ASCII, and two other letters fold into ASCII: the long s
/// (U+017F) and the Kelvin sign (U+212A).
/// </remarks>
internal static class GoFold
{
    private const byte EndMark = (byte)'\n';

    /// <summary>
    /// Finds the spelling of a name among known names, each followed by a line feed; else returns the name itself.
    /// </summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> known, ReadOnlySpan<byte> name)
    {
        var rest = known;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(EndMark);
            if (AreEqual(rest[..end], name))
            {
                return rest[..end];
            }

            rest = rest[(end + 1)..];
        }

        return name;
    }

    private static bool AreEqual(ReadOnlySpan<byte> field, ReadOnlySpan<byte> name)
    {
        foreach (var letter in field)
        {
            var length = GetMatchLength(letter, name);
            if (length == 0)
            {
                return false;
            }

            name = name[length..];
        }

        return name.IsEmpty;
    }

    /// <summary>Returns the number of bytes with which a name starts with a letter; 0 when it does not.</summary>
    private static int GetMatchLength(byte letter, ReadOnlySpan<byte> name)
    {
        var lower = Lower(letter);
        if (!name.IsEmpty && Lower(name[0]) == lower)
        {
            return 1;
        }

        return lower switch
        {
            (byte)'s' when name.StartsWith("\u017F"u8) => 2,
            (byte)'k' when name.StartsWith("\u212A"u8) => 3,
            _ => 0,
        };
    }

    private static int Lower(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? letter | 0x20 : letter;
}
