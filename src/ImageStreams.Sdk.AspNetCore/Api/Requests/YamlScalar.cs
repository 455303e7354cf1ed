using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ImageStreams.AspNetCore;

/// <summary>Reads scalars of YAML 1.1 as API servers do: plain ones may be truth values, numbers or null.</summary>
internal static class YamlScalar
{
    private const string StringTag = "tag:yaml.org,2002:str";
    private const int MaxDecimalDigits = 19;
    private const int MaxOctalDigits = 21;

    public static JsonNode? ToJson(Scalar scalar)
    {
        var isText = scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value == StringTag);
        return isText ? JsonValue.Create(scalar.Value) : ReadPlain(scalar.Value);
    }

    /// <summary>Returns a scalar as the name of a member: a plain truth value or number by its JSON.</summary>
    public static string ToKey(Scalar scalar) => ToJson(scalar) switch
    {
        JsonValue value when value.GetValueKind() is not JsonValueKind.String => value.ToJsonString(),
        _ => scalar.Value,
    };

    private static JsonValue? ReadPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => JsonValue.Create(true),
        "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => JsonValue.Create(false),
        _ => ReadNumber(text) ?? JsonValue.Create(text),
    };

    private static JsonValue? ReadNumber(string text)
    {
        if (IsInteger(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return JsonValue.Create(number);
        }

        if (text.StartsWith("0x", StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal))
        {
            return JsonValue.Create(hexadecimal);
        }

        return IsOctal(text) ? JsonValue.Create(Convert.ToInt64(text, 8)) : ReadFraction(text);
    }

    private static JsonValue? ReadFraction(string text) =>
        IsFraction(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction)
            && double.IsFinite(fraction)
            ? JsonValue.Create(fraction)
            : null;

    /// <summary>Determines whether a text is a decimal number without a fraction and without leading zeros.</summary>
    private static bool IsInteger(ReadOnlySpan<char> text)
    {
        text = SkipSign(text);
        return text.Length is > 0 and <= MaxDecimalDigits && (text[0] != '0' || text.Length == 1) && CountDigits(text) == text.Length;
    }

    private static bool IsOctal(ReadOnlySpan<char> text) =>
        text.Length is > 1 and <= MaxOctalDigits && text[0] == '0' && !text.ContainsAnyExceptInRange('0', '7');

    /// <summary>Determines whether a text is a number with digits, and optionally a fraction and an exponent.</summary>
    private static bool IsFraction(ReadOnlySpan<char> text)
    {
        text = SkipSign(text);
        var whole = CountDigits(text);
        text = text[whole..];
        var fraction = 0;
        if (text.StartsWith('.'))
        {
            fraction = CountDigits(text[1..]);
            text = text[(fraction + 1)..];
        }

        return whole + fraction > 0 && (text.IsEmpty || IsExponent(text));
    }

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        if (text[0] is not ('e' or 'E'))
        {
            return false;
        }

        var digits = SkipSign(text[1..]);
        return digits.Length > 0 && CountDigits(digits) == digits.Length;
    }

    private static ReadOnlySpan<char> SkipSign(ReadOnlySpan<char> text) => text is ['+' or '-', ..] ? text[1..] : text;

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
