namespace ImageStreams.Serialization;

/// <summary>Names of fields that match in any case, as Go's <c>encoding/json</c> matches them.</summary>
/// <remarks>
/// Go folds by Unicode's simple rules. Names of fields are ASCII, and two letters beyond ASCII fold into it: the long s
/// (U+017F) and the Kelvin sign (U+212A).
/// </remarks>
internal static class GoFold
{
    private const byte EndMark = (byte)'\n';

    /// <summary>
    /// The spelling of a name among known ones, each closed by a line feed; the name itself when it is none.
    /// </summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> known, ReadOnlySpan<byte> name)
    {
        for (var rest = known; !rest.IsEmpty;)
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

    /// <summary>The bytes that stand for a letter at the front of a name; 0 when another letter stands there.</summary>
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
