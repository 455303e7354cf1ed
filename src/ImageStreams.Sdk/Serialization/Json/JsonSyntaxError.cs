namespace ImageStreams.Serialization;

/// <summary>Where a text stops being JSON, and what was expected there.</summary>
internal readonly record struct JsonSyntaxError(int Offset, string Expected)
{
    /// <summary>Expected where a bracket nests deeper than allowed.</summary>
    public const string TooDeep = "no further level";

    /// <summary>The fault as a sentence.</summary>
    public string ToSentence(ReadOnlySpan<byte> text) => text.IsEmpty
        ? "The text is empty; a JSON value was expected."
        : $"The text is not valid JSON: expected {Expected}, found {Found(text)}.";

    private string Found(ReadOnlySpan<byte> text)
    {
        if (Offset >= text.Length)
        {
            return "the end of the text";
        }

        var found = text[Offset];
        return found is > (byte)' ' and < 0x7F ? $"'{(char)found}'" : $"the byte 0x{found:X2}";
    }
}
