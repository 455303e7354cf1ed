using System.Buffers.Text;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <content>Single values. Each moves on from a field's name to its value, and returns what the field is
/// then.</content>
internal ref partial struct WireReader
{
    public string String(string before)
    {
        _json.ReadValue();
        return StringHere(before);
    }

    /// <summary>A Go string that is left out when empty.</summary>
    public string? OmittedString(string? before) => String(before ?? "") is { Length: > 0 } text ? text : null;

    /// <summary>A Go pointer to a string.</summary>
    public string? NullableString(string? before)
    {
        _json.ReadValue();
        return _json.TokenType == JsonTokenType.Null ? null : StringHere(before ?? "");
    }

    public T Text<T>(T before)
        where T : struct, IWireText<T>
    {
        _json.ReadValue();
        return T.FromText(StringHere(before.Text));
    }

    public bool Bool(bool before)
    {
        _json.ReadValue();
        if (_json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _json.TokenType == JsonTokenType.True;
        }

        RefuseUnlessNull("true or false");
        return before;
    }

    public bool? NullableBool(bool? before)
    {
        var value = Bool(before ?? false);
        return _json.TokenType == JsonTokenType.Null ? null : value;
    }

    public long Int64(long before) => Integer(before, long.MinValue, long.MaxValue, "an integer of 64 bits");

    public long? NullableInt64(long? before)
    {
        var value = Int64(before ?? 0);
        return _json.TokenType == JsonTokenType.Null ? null : value;
    }

    public int Int32(int before) => (int)Integer(before, int.MinValue, int.MaxValue, "an integer of 32 bits");

    public Timestamp Time(Timestamp before)
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

        var error = _json.TokenType == JsonTokenType.String ? WireFailure.Time : WireFailure.Type;
        RefuseFinally("a time such as 2023-11-14T22:13:20Z", error);
        return before;
    }

    public Timestamp? NullableTime(Timestamp? before)
    {
        var time = Time(before ?? default);
        return _json.TokenType == JsonTokenType.Null ? null : time;
    }

    /// <summary>A Go byte slice: base64 on the wire, though an array of numbers is read as well.</summary>
    public ValueList<byte> Bytes(ValueList<byte> before)
    {
        _json.ReadValue();
        return BytesHere(before);
    }

    /// <summary>JSON that is carried as it is; null leaves the field as it was.</summary>
    public RawJson Raw(RawJson before)
    {
        _json.ReadValue();
        return _json.TokenType == JsonTokenType.Null ? before : RawJson.FromValid(RawValue());
    }

    /// <summary>A Go pointer to JSON that is carried as it is.</summary>
    public RawJson NullableRaw(RawJson before)
    {
        _ = before;
        return Raw(default);
    }

    /// <summary>A Go struct: null leaves it as it was.</summary>
    public T Object<T>(T before)
        where T : class, IWireObject<T>
    {
        _json.ReadValue();
        return T.Read(ref this, before);
    }

    /// <summary>A Go pointer to a struct: null unsets it.</summary>
    public T? NullableObject<T>(T? before)
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
        if (_json.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        if (_json.TokenType == JsonTokenType.StartArray)
        {
            return ValueList<byte>.Own(ItemsHere(before.AsSpan(), static (ref reader, one) => reader.ByteHere(one)));
        }

        if (_json.TokenType != JsonTokenType.String)
        {
            Refuse("a text in base64");
            return before;
        }

        if (TryBase64(out var bytes))
        {
            return ValueList<byte>.Own(bytes);
        }

        Refuse("padded standard base64", WireFailure.Base64);
        return before;
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

    /// <summary>Go's decoder passes over line breaks, and over nothing else.</summary>
    private readonly bool TryBase64(out byte[] bytes)
    {
        var text = GoText.Decode(_json.ValueSpan, _json.ValueIsEscaped).Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal);
        bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (text.AsSpan().ContainsAny(" \t") || !Convert.TryFromBase64String(text, bytes, out var length))
        {
            return false;
        }

        Array.Resize(ref bytes, length);
        return true;
    }

    private void RefuseUnlessNull(string expected)
    {
        if (_json.TokenType != JsonTokenType.Null)
        {
            Refuse(expected);
        }
    }
}
