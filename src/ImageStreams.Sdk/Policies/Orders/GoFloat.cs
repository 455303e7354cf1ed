using System.Globalization;

namespace ImageStreams.Policies;

/// <summary>Reads floating-point numbers as Go does: signs, exponents, hexadecimal digits, underscores, infinities.</summary>
internal static class GoFloat
{
    private const int MaxExponent = 10_000;

    /// <summary>Reads a number, which must be the whole text and within the range of 64 bits.</summary>
    public static bool TryParse(string text, out double number)
    {
        if (TryParseWord(text, out number))
        {
            return true;
        }

        var rest = SkipSign(text);
        var isHexadecimal = rest.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        if (!HasGoodUnderscores(rest, isHexadecimal))
        {
            return false;
        }

        var digits = text.Replace("_", "", StringComparison.Ordinal);
        return isHexadecimal ? TryParseHexadecimal(digits, out number) : TryParseDecimal(digits, out number);
    }

    private static ReadOnlySpan<char> SkipSign(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;

    private static bool TryParseWord(string text, out double number)
    {
        var isInfinite = SkipSign(text).Equals("inf", StringComparison.OrdinalIgnoreCase)
            || SkipSign(text).Equals("infinity", StringComparison.OrdinalIgnoreCase);
        number = text.StartsWith('-') ? double.NegativeInfinity : double.PositiveInfinity;
        number = isInfinite ? number : double.NaN;
        return isInfinite || text.Equals("nan", StringComparison.OrdinalIgnoreCase);
    }

    // An underscore must stand between digits, or after the prefix of hexadecimal digits.
    private static bool HasGoodUnderscores(ReadOnlySpan<char> text, bool isHexadecimal)
    {
        var start = isHexadecimal ? 2 : 0;
        for (var i = 0; i < text.Length; i++)
        {
            var afterDigit = i > 0 && (i == start || IsDigit(text[i - 1], isHexadecimal));
            var beforeDigit = i + 1 < text.Length && IsDigit(text[i + 1], isHexadecimal);
            if (text[i] == '_' && !(afterDigit && beforeDigit))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDigit(char c, bool isHexadecimal) => isHexadecimal ? char.IsAsciiHexDigit(c) : char.IsAsciiDigit(c);

    private static bool TryParseDecimal(string text, out double number)
    {
        number = 0;
        return IsDecimal(SkipSign(text))
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        var exponent = text.IndexOfAny('e', 'E');
        var mantissa = exponent < 0 ? text : text[..exponent];
        return IsMantissa(mantissa, isHexadecimal: false) && (exponent < 0 || AreDigits(SkipSign(text[(exponent + 1)..])));
    }

    private static bool IsMantissa(ReadOnlySpan<char> text, bool isHexadecimal)
    {
        var digits = 0;
        var dots = 0;
        foreach (var c in text)
        {
            digits += IsDigit(c, isHexadecimal) ? 1 : 0;
            dots += c == '.' ? 1 : 0;
        }

        return digits > 0 && dots <= 1 && digits + dots == text.Length;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static bool TryParseHexadecimal(string text, out double number)
    {
        number = 0;
        var rest = SkipSign(text)[2..];
        var power = rest.IndexOfAny('p', 'P');
        if (power < 0 || !IsMantissa(rest[..power], isHexadecimal: true) || !AreDigits(SkipSign(rest[(power + 1)..])))
        {
            return false;
        }

        var mantissa = ReadMantissa(rest[..power], out var exponent);
        var value = Math.ScaleB(mantissa, exponent + ReadExponent(rest[(power + 1)..]));
        number = text.StartsWith('-') ? -value : value;
        return double.IsFinite(number);
    }

    /// <summary>Reads the first digits exactly; of the others, only that there is one above 0.</summary>
    private static double ReadMantissa(ReadOnlySpan<char> text, out int exponent)
    {
        const ulong room = 1UL << 59;
        var value = 0UL;
        var isFraction = false;
        exponent = 0;
        foreach (var c in text)
        {
            isFraction |= c == '.';
            if (c == '.')
            {
                continue;
            }

            var digit = (ulong)(char.IsAsciiDigit(c) ? c - '0' : (c | ' ') - 'a' + 10);
            var fits = value < room;
            value = fits ? (value << 4) | digit : value | Math.Min(digit, 1);
            exponent += (fits ? 0 : 4) - (isFraction ? 4 : 0);
        }

        return value;
    }

    private static int ReadExponent(ReadOnlySpan<char> text)
    {
        var isNegative = text[0] == '-';
        var digits = SkipSign(text).TrimStart('0');
        var size = digits.Length > 5 ? MaxExponent : 0;
        size = digits.IsEmpty || size > 0 ? size : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return isNegative ? -size : size;
    }
}
