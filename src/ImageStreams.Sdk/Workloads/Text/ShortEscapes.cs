namespace ImageStreams.Workloads;

/// <summary>Decodes JSON strings whose escapes are all of two characters.</summary>
internal static class ShortEscapes
{
    /// <summary>Tries to decode the text between the quotes of a JSON string.</summary>
    /// <param name="raw">The text, in which every backslash has a character behind it.</param>
    /// <param name="text">The memory to decode into, as long as the text.</param>
    /// <param name="length">The length of the decoded text.</param>
    /// <returns>False when there is an escape with a number, or one that does not exist.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> raw, Span<byte> text, out int length)
    {
        length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var letter = raw[i];
            if (letter == '\\' && !TryDecode(raw[++i], out letter))
            {
                return false;
            }

            text[length++] = letter;
        }

        return true;
    }

    private static bool TryDecode(byte escape, out byte letter)
    {
        letter = escape switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' => escape,
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            _ => 0,
        };
        return letter != 0;
    }
}
