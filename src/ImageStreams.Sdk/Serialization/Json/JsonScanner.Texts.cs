using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ImageStreams.Serialization;

/// <content>Names and strings: section 7 of RFC 8259.</content>
internal ref partial struct JsonScanner
{
    /// <summary>Section 7: <c>quotation-mark *char quotation-mark</c>; returns its end.</summary>
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

    /// <summary>Moves from the first escape of a string to its closing quote.</summary>
    private int AfterEscapes(int at)
    {
        ValueIsEscaped = true;
        while (At(at) == '\\')
        {
            at = AfterPlain(_text, AfterEscape(at + 1));
        }

        if (At(at) != '"')
        {
            Fail(at, "a closing quote or an escape");
        }

        return at;
    }

    /// <summary>
    /// <c>%x22 / %x5C / %x2F / %x62 / %x66 / %x6E / %x72 / %x74 / %x75 4HEXDIG</c>, after the backslash.
    /// </summary>
    private int AfterEscape(int at)
    {
        if (At(at) == 'u')
        {
            return AfterHex(at + 1, at + 5);
        }

        if (!"\"\\/bfnrt"u8.Contains(At(at)))
        {
            Fail(at, "an escape: one of \"\\/bfnrtu");
        }

        return at + 1;
    }

    private int AfterHex(int at, int end)
    {
        for (; at < end; at++)
        {
            if (!char.IsAsciiHexDigit((char)At(at)))
            {
                Fail(at, "a hexadecimal digit");
            }
        }

        return at;
    }

    /// <summary>Skips plain characters: <c>unescaped = %x20-21 / %x23-5B / %x5D-10FFFF</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AfterPlain(ReadOnlySpan<byte> text, int at)
    {
        while (at <= text.Length - Vector256<byte>.Count)
        {
            var stops = Stops(Vector256.Create(text[at..]));
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

    /// <summary>Returns a bit for each byte that ends a string, starts an escape or is not allowed in a string.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Stops(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
            | Vector256.LessThan(bytes, Vector256.Create((byte)' '))).ExtractMostSignificantBits();
}
