using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <content>Single values.</content>
internal ref partial struct WireReader
{
    public string ReadString(string before)
    {
        _json.ReadValue();
        return StringHere(before);
    }

    /// <summary>Reads a Go string that is omitted when empty.</summary>
    public string? ReadOmittedString(string? before)
    {
        var text = ReadString(before ?? "");
        return text.Length > 0 ? text : null;
    }

    /// <summary>Reads a Go pointer to a string.</summary>
    public string? ReadNullableString(string? before)
    {
        _json.ReadValue();
        return _json.TokenType == JsonTokenType.Null ? null : StringHere(before ?? "");
    }

    public T ReadText<T>(T before)
        where T : struct, IWireText<T>
    {
        _json.ReadValue();
        return T.FromText(StringHere(before.Text));
    }

    /// <summary>Reads a pull spec, whose repository is likely that of the last one.</summary>
    public PullSpecText ReadPullSpec(PullSpecText before)
    {
        _json.ReadValue();
        var raw = _json.ValueSpan;
        if (_json.TokenType != JsonTokenType.String || _json.ValueIsEscaped)
        {
            return PullSpecText.From(StringHere(before.Text));
        }

        var at = raw.LastIndexOf((byte)'@');
        return at < 0
            ? PullSpecText.From(StringHere(before.Text))
            : PullSpecText.From(_repository.Decode(raw[..at]), _digest.Decode(raw[(at + 1)..]));
    }

    /// <summary>Reads the name of an image, which is likely the digest of the last pull spec.</summary>
    public string ReadDigest(string before)
    {
        _json.ReadValue();
        return _json.TokenType == JsonTokenType.String && !_json.ValueIsEscaped
            ? _digest.Decode(_json.ValueSpan)
            : StringHere(before);
    }

    public bool ReadBool(bool before)
    {
        _json.ReadValue();
        if (_json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _json.TokenType == JsonTokenType.True;
        }

        RefuseUnlessNull("true or false");
        return before;
    }

    public bool? ReadNullableBool(bool? before)
    {
        var value = ReadBool(before ?? false);
        return _json.TokenType == JsonTokenType.Null ? null : value;
    }

    public long ReadInt64(long before) => Integer(before, long.MinValue, long.MaxValue, "an integer of 64 bits");

    public long? ReadNullableInt64(long? before)
    {
        var value = ReadInt64(before ?? 0);
        return _json.TokenType == JsonTokenType.Null ? null : value;
    }

    public int ReadInt32(int before) => (int)Integer(before, int.MinValue, int.MaxValue, "an integer of 32 bits");

    public Timestamp ReadTime(Timestamp before)
    {
        _json.ReadValue();
        if (_json.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        if (_json.TokenType == JsonTokenType.String && TryTime(out var time))
        {
            return time;
        }

        var reason = _json.TokenType == JsonTokenType.String ? WireFailure.Time : WireFailure.Type;
        RefuseFinally("a time such as 2023-11-14T22:13:20Z", reason);
        return before;
    }

    public Timestamp? ReadNullableTime(Timestamp? before)
    {
        var time = ReadTime(before ?? default);
        return _json.TokenType == JsonTokenType.Null ? null : time;
    }

    /// <summary>Reads a Go byte slice: base64, or an array of numbers.</summary>
    public ValueList<byte> ReadBytes(ValueList<byte> before)
    {
        _json.ReadValue();
        return BytesHere(before);
    }

    /// <summary>Reads JSON that is kept as it is; null leaves the field unchanged.</summary>
    public RawJson ReadRaw(RawJson before)
    {
        _json.ReadValue();
        return _json.TokenType == JsonTokenType.Null ? before : RawJson.FromValid(ReadRawText());
    }

    /// <summary>Reads a Go pointer to JSON that is kept as it is.</summary>
    public RawJson ReadNullableRaw(RawJson before)
    {
        _ = before;
        return ReadRaw(default);
    }

    /// <summary>Reads a Go struct: null leaves it unchanged.</summary>
    public T ReadObject<T>(T before)
        where T : class, IWireObject<T>
    {
        _json.ReadValue();
        return T.Read(ref this, before);
    }

    /// <summary>Reads a Go pointer to a struct: null unsets it.</summary>
    public T? ReadNullableObject<T>(T? before)
        where T : class, IWireObject<T>
    {
        _json.ReadValue();
        return _json.TokenType == JsonTokenType.Null ? null : T.Read(ref this, before);
    }

    private string StringHere(string before)
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            return GoText.Decode(_json.ValueSpan, _json.ValueIsEscaped);
        }

        RefuseUnlessNull("a text");
        return before;
    }

    private long Integer(long before, long min, long max, string expected)
    {
        _json.ReadValue();
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out var value) && value >= min && value <= max)
        {
            return value;
        }

        RefuseUnlessNull(expected);
        return before;
    }

    private readonly bool TryTime(out Timestamp time) => _json.ValueIsEscaped
        ? Timestamp.TryParse(GoText.Decode(_json.ValueSpan, true), out time)
        : Timestamp.TryParse(_json.ValueSpan, out time);

    private ValueList<byte> BytesHere(ValueList<byte> before)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.StartArray:
                return ValueList<byte>.Own(
                    ItemsHere(before.AsSpan(), static (ref reader, item) => reader.ByteHere(item)));
            case JsonTokenType.String when GoBase64.TryDecode(_json.ValueSpan, _json.ValueIsEscaped, out var bytes):
                return ValueList<byte>.Own(bytes);
            case JsonTokenType.String:
                Refuse("padded standard base64", WireFailure.Base64);
                return before;
            default:
                Refuse("a text in base64");
                return before;
        }
    }

    private byte ByteHere(byte before)
    {
        if (_json.TokenType == JsonTokenType.Number
            && _json.TryGetInt64(out var value) && value is >= byte.MinValue and <= byte.MaxValue)
        {
            return (byte)value;
        }

        RefuseUnlessNull("an integer from 0 to 255");
        return before;
    }
}
