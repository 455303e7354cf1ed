using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace ImageStreams.Serialization;

/// <content>Names and values; each method is one production of RFC 8259.</content>
internal ref partial struct JsonScanner
{
    /// <summary>The number of digits up to which every number fits into 64 bits.</summary>
    private const int SafeDigits = 18;

    /// <summary>Returns the number as an integer; false when it has a fraction or an exponent, or does not fit.</summary>
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
            Fail(at, "a name in quotes");
        }

        at = AfterSpace(Text(at));
        if (At(at) != ':')
        {
            Fail(at, "':'");
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
        _ => Fail(at, "a value"),
    };

    private bool Literal(int at, ReadOnlySpan<byte> literal, JsonTokenType token)
    {
        var same = _text[at..].CommonPrefixLength(literal);
        return same == literal.Length
            ? Take(at, at + same, token)
            : Fail(at + same, $"'{Encoding.ASCII.GetString(literal)}'");
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
            Fail(at, "a digit");
        }

        while (IsDigit(At(at)))
        {
            at++;
        }

        return at;
    }

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
