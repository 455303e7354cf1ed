namespace ImageStreams.Manifests;

/// <summary>The core schema of YAML 1.2 (section 10.3.2): the types of plain scalars.</summary>
internal static class YamlSchema
{
    /// <summary>Finds the type of a plain scalar.</summary>
    public static YamlScalarType Find(ReadOnlySpan<char> text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => YamlScalarType.Null,
        "true" or "True" or "TRUE" => YamlScalarType.True,
        "false" or "False" or "FALSE" => YamlScalarType.False,
        _ when !CanBeNumber(text[0]) => YamlScalarType.Text,
        _ => FindNumber(text),
    };

    private static bool CanBeNumber(char first) => char.IsAsciiDigit(first) || first is '+' or '-' or '.';

    private static YamlScalarType FindNumber(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("0o"))
        {
            return text.Length > 2 && text[2..].IndexOfAnyExceptInRange('0', '7') < 0 ? YamlScalarType.Octal : YamlScalarType.Text;
        }

        if (text.StartsWith("0x"))
        {
            return text.Length > 2 && IsHex(text[2..]) ? YamlScalarType.Hexadecimal : YamlScalarType.Text;
        }

        var unsigned = text[0] is '+' or '-' ? text[1..] : text;
        return unsigned is ".inf" or ".Inf" or ".INF" || text is ".nan" or ".NaN" or ".NAN"
            ? YamlScalarType.NotFinite
            : FindDecimal(unsigned);
    }

    private static YamlScalarType FindDecimal(ReadOnlySpan<char> text)
    {
        var whole = JsonNumber.CountDigits(text);
        if (whole == text.Length)
        {
            return whole > 0 ? YamlScalarType.Integer : YamlScalarType.Text;
        }

        var rest = text[whole..];
        var fraction = rest[0] == '.' ? JsonNumber.CountDigits(rest[1..]) : 0;
        rest = rest[0] == '.' ? rest[(1 + fraction)..] : rest;
        return whole + fraction > 0 && IsExponent(rest) ? YamlScalarType.Float : YamlScalarType.Text;
    }

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('e' or 'E'))
        {
            return text.IsEmpty;
        }

        var digits = text.Length > 1 && text[1] is '+' or '-' ? text[2..] : text[1..];
        return !digits.IsEmpty && JsonNumber.CountDigits(digits) == digits.Length;
    }

    private static bool IsHex(ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }
        }

        return true;
    }
}
