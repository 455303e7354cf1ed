namespace ImageStreams.Serialization;

/// <summary>A text that a document likely repeats: the last string, and the bytes from which it was decoded.</summary>
internal ref struct RepeatedText
{
    private ReadOnlySpan<byte> _raw;
    private string? _text;

    /// <summary>Decodes a text, or returns the last string when it is the same text.</summary>
    public string Decode(ReadOnlySpan<byte> raw)
    {
        if (_text is null || !raw.SequenceEqual(_raw))
        {
            _text = GoText.Decode(raw, escaped: false);
            _raw = raw;
        }

        return _text;
    }
}
