using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;

namespace ImageStreams.Serialization;

/// <content>Names and values: one method for each production of RFC 8259.</content>
internal ref partial struct JsonScanner
{
    /// <summary>The most digits of which every number fits into 64 bits.</summary>
    private const int SafeDigits = 18;

    /// <summary>The number as an integer; false when it has a fraction or an exponent, or does not fit.</summary>
    public readonly bool TryGetInt64(out long value)
    {
        var digits = ValueSpan;
        if (digits.Length > SafeDigits || digits[0] == '-')
        {
            return Utf8Parser.TryParse(digits, out value, out var used) && used == digits.Length;
        }

        value = 0;
        foreach (var digit in digits)
        {
            if (!IsDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }

    /// <summary>Section 4: <c>string name-separator</c>.</summary>
    private bool Name(int at)
    {
        if (At(at) != '"')
        {
            Break(at, "a name in quotes");
        }

        at = AfterSpace(Text(at));
        if (At(at) != ':')
        {
            Break(at, "':'");
        }

        TokenType = JsonTokenType.PropertyName;
        _next = at + 1;
        return true;
    }

    /// <summary>Section 3: <c>false / null / true / object / array / number / string</c>.</summary>
    private bool Value(int at)
    {
        if (At(at) == '"')
        {
            _next = Text(at);
            TokenType = JsonTokenType.String;
            return true;
        }

        return OtherValue(at);
    }

    private bool OtherValue(int at) => At(at) switch
    {
        (byte)'{' => Start(at, JsonTokenType.StartObject),
        (byte)'[' => Start(at, JsonTokenType.StartArray),
        (byte)'t' => Literal(at, "true"u8, JsonTokenType.True),
        (byte)'f' => Literal(at, "false"u8, JsonTokenType.False),
        (byte)'n' => Literal(at, "null"u8, JsonTokenType.Null),
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => Number(at),
        _ => Break(at, "a value"),
    };

    private bool Literal(int at, ReadOnlySpan<byte> literal, JsonTokenType token)
    {
        var same = _text[at..].CommonPrefixLength(literal);
        return same == literal.Length
            ? Take(at, at + same, token)
            : Break(at + same, $"'{Encoding.ASCII.GetString(literal)}'");
    }

    /// <summary>Section 6: <c>[ minus ] int [ frac ] [ exp ]</c>.</summary>
    private bool Number(int start)
    {
        var at = At(start) == '-' ? start + 1 : start;
        at = At(at) == '0' ? at + 1 : AfterDigits(at);
        if (At(at) == '.')
        {
            at = AfterDigits(at + 1);
        }

        if (At(at) is (byte)'e' or (byte)'E')
        {
            at = AfterDigits(At(at + 1) is (byte)'+' or (byte)'-' ? at + 2 : at + 1);
        }

        return Take(start, at, JsonTokenType.Number);
    }

    /// <summary><c>1*DIGIT</c></summary>
    private int AfterDigits(int at)
    {
        if (!IsDigit(At(at)))
        {
            Break(at, "a digit");
        }

        while (IsDigit(At(at)))
        {
            at++;
        }

        return at;
    }

    /// <summary>Section 7: <c>quotation-mark *char quotation-mark</c>; says where it ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Text(int start)
    {
        var end = AfterPlain(_text, start + 1);
        ValueIsEscaped = false;
        if (At(end) != '"')
        {
            end = AfterEscapes(end);
        }

        TokenStart = start;
        _valueStart = start + 1;
        _valueEnd = end;
        return end + 1;
    }

    /// <summary>From where a text is no longer plain to its closing quote.</summary>
    private int AfterEscapes(int at)
    {
        ValueIsEscaped = true;
        while (At(at) == '\\')
        {
            at = AfterPlain(_text, AfterEscape(at + 1));
        }

        if (At(at) != '"')
        {
            Break(at, "a closing quote or an escape");
        }

        return at;
    }

    /// <summary><c>%x22 / %x5C / %x2F / %x62 / %x66 / %x6E / %x72 / %x74 / %x75 4HEXDIG</c>, from behind the backslash.</summary>
    private int AfterEscape(int at)
    {
        if (At(at) == 'u')
        {
            return AfterHex(at + 1, at + 5);
        }

        if (!"\"\\/bfnrt"u8.Contains(At(at)))
        {
            Break(at, "an escape: one of \"\\/bfnrtu");
        }

        return at + 1;
    }

    private int AfterHex(int at, int end)
    {
        for (; at < end; at++)
        {
            if (!char.IsAsciiHexDigit((char)At(at)))
            {
                Break(at, "a hexadecimal digit");
            }
        }

        return at;
    }

    /// <summary>Goes over what needs no look: <c>unescaped = %x20-21 / %x23-5B / %x5D-10FFFF</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AfterPlain(ReadOnlySpan<byte> text, int at)
    {
        while (at <= text.Length - Vector256<byte>.Count)
        {
            var stops = Stops(Vector256.LoadUnsafe(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(text), (nuint)at));
            if (stops != 0)
            {
                return at + BitOperations.TrailingZeroCount(stops);
            }

            at += Vector256<byte>.Count;
        }

        while (at < text.Length && text[at] is not ((byte)'"' or (byte)'\\' or < (byte)' '))
        {
            at++;
        }

        return at;
    }

    /// <summary>A bit for each byte that ends a text, begins an escape or may not stand in a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Stops(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
            | Vector256.LessThan(bytes, Vector256.Create((byte)' '))).ExtractMostSignificantBits();

    private bool Take(int start, int end, JsonTokenType token)
    {
        TokenType = token;
        TokenStart = start;
        _valueStart = start;
        _valueEnd = end;
        _next = end;
        ValueIsEscaped = false;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsDigit(byte value) => (uint)(value - '0') <= 9;
}
