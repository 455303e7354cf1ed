using System.Text.Json;

namespace ImageStreams.Serialization;

/// <content>Texts that one document repeats: read once, and shared.</content>
internal ref partial struct WireReader
{
    /// <summary>A pull spec, whose repository is likely that of the one before.</summary>
    public PullSpecText PullSpec(PullSpecText before)
    {
        _json.ReadValue();
        var raw = _json.ValueSpan;
        if (_json.TokenType != JsonTokenType.String || _json.ValueIsEscaped
            || raw.LastIndexOf((byte)'@') is not (>= 0 and var at))
        {
            return PullSpecText.From(StringHere(before.Text));
        }

        return PullSpecText.From(_repository.Get(raw[..at]), _digest.Get(raw[(at + 1)..]));
    }

    /// <summary>The name of an image, which is likely the digest of the pull spec before it.</summary>
    public string Digest(string before)
    {
        _json.ReadValue();
        return _json.TokenType == JsonTokenType.String && !_json.ValueIsEscaped
            ? _digest.Get(_json.ValueSpan)
            : StringHere(before);
    }

    /// <summary>The text that was read last in one place, and the bytes that it was read from.</summary>
    private ref struct SharedText
    {
        private ReadOnlySpan<byte> _raw;
        private string? _text;

        public string Get(ReadOnlySpan<byte> raw)
        {
            if (_text is null || !raw.SequenceEqual(_raw))
            {
                _text = GoText.Decode(raw, escaped: false);
                _raw = raw;
            }

            return _text;
        }
    }
}
