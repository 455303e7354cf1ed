using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ImageStreams.AspNetCore;

/// <summary>Reads scalars of YAML 1.1 as API servers do: plain ones may be truth values, numbers or null.</summary>
internal static partial class YamlScalar
{
    private const string StringTag = "tag:yaml.org,2002:str";

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

    private static JsonNode? ReadPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => JsonValue.Create(true),
        "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => JsonValue.Create(false),
        _ => ReadNumber(text) ?? JsonValue.Create(text),
    };

    private static JsonNode? ReadNumber(string text)
    {
        if (Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return JsonValue.Create(number);
        }

        if (text.StartsWith("0x", StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal))
        {
            return JsonValue.Create(hexadecimal);
        }

        return Octal().IsMatch(text) ? JsonValue.Create(Convert.ToInt64(text, 8)) : ReadFraction(text);
    }

    private static JsonNode? ReadFraction(string text) =>
        Fraction().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction)
            && double.IsFinite(fraction)
            ? JsonValue.Create(fraction)
            : null;

    [GeneratedRegex(@"\A[-+]?(0|[1-9][0-9]{0,18})\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Integer();

    [GeneratedRegex(@"\A0[0-7]{1,20}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Octal();

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fraction();
}
