using System.Globalization;
using System.Numerics;

namespace ImageStreams.Manifests;

/// <summary>Numbers of YAML as JSON writes them: with the same digits wherever JSON allows that.</summary>
internal static class JsonNumberText
{
    /// <summary>The maximum of digits in another base that are converted; longer ones stay texts.</summary>
    private const int MaxDigits = 64;

    /// <summary>Returns a decimal number as JSON: without <c>+</c> and leading zeros, with digits around the point.</summary>
    public static string FromDecimal(ReadOnlySpan<char> text)
    {
        var sign = text[0] == '-' ? "-" : "";
        var digits = text[0] is '+' or '-' ? text[1..] : text;
        var whole = JsonNumber.CountDigits(digits);
        var rest = digits[whole..];
        var significant = digits[..whole].TrimStart('0');
        var fraction = rest.StartsWith(".") ? JsonNumber.CountDigits(rest[1..]) : 0;
        var tail = rest.StartsWith(".") && fraction == 0 ? rest[1..] : rest;
        return $"{sign}{(significant.IsEmpty ? "0" : significant)}{tail}";
    }

    /// <summary>Returns octal digits as a decimal number; null when there are too many.</summary>
    public static string? FromOctal(ReadOnlySpan<char> digits)
    {
        if (digits.Length > MaxDigits)
        {
            return null;
        }

        var value = BigInteger.Zero;
        foreach (var digit in digits)
        {
            value = (value * 8) + (digit - '0');
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Returns hexadecimal digits as a decimal number; null when there are too many.</summary>
    public static string? FromHexadecimal(ReadOnlySpan<char> digits) => digits.Length > MaxDigits
        ? null
        : BigInteger.Parse($"0{digits}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            .ToString(CultureInfo.InvariantCulture);
}
