namespace ImageStreams.Manifests;

/// <summary>A value as it is written: the part on the line of its key or dash, and the lines below.</summary>
/// <param name="Inline">The part on the line; empty when the value stands below.</param>
/// <param name="Lines">The lines, each after a line end.</param>
internal readonly record struct ValueText(string Inline, string Lines)
{
    /// <summary>Splits what follows a colon or a dash.</summary>
    public static ValueText Split(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? new ValueText(text.Trim(' '), "") : new ValueText(text[..end].Trim(' '), text[end..]);
    }
}
