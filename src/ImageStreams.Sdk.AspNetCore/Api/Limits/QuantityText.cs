using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Reads quantities of Kubernetes, such as <c>10</c>, <c>1Gi</c>, <c>500m</c> or <c>1e3</c>.</summary>
internal static class QuantityText
{
    private const int MaxLength = 64;
    private const int MaxExponent = 18;

    private static readonly Dictionary<string, decimal> Factors = new(StringComparer.Ordinal)
    {
        [""] = 1,
        ["n"] = 0.000_000_001m,
        ["u"] = 0.000_001m,
        ["m"] = 0.001m,
        ["k"] = 1_000,
        ["M"] = 1_000_000,
        ["G"] = 1_000_000_000,
        ["T"] = 1_000_000_000_000,
        ["P"] = 1_000_000_000_000_000,
        ["E"] = 1_000_000_000_000_000_000,
        ["Ki"] = 1L << 10,
        ["Mi"] = 1L << 20,
        ["Gi"] = 1L << 30,
        ["Ti"] = 1L << 40,
        ["Pi"] = 1L << 50,
        ["Ei"] = 1L << 60,
    };

    /// <summary>Reads a quantity as an integer, which is rounded up; one beyond the range is the largest. Null for no quantity.</summary>
    public static long? Parse(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => Parse(node.GetValue<string>()),
        JsonValueKind.Number => Parse(node.ToJsonString()),
        _ => null,
    };

    /// <summary>Writes numbers as the texts that quantities are.</summary>
    public static void Normalize(JsonObject quantities)
    {
        var numbers = quantities.Where(static one => one.Value?.GetValueKind() == JsonValueKind.Number).ToList();
        foreach (var (name, number) in numbers)
        {
            quantities[name] = number!.ToJsonString();
        }
    }

    private static long? Parse(string text)
    {
        if (text.Length is 0 or > MaxLength)
        {
            return null;
        }

        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var (number, suffix) = (text[..end].TrimEnd('.'), text[end..].TrimStart('.'));
        return Factors.TryGetValue(suffix, out var factor) && ParseNumber(number) is { } value ? Multiply(value, factor) : null;
    }

    private static decimal? ParseNumber(string text)
    {
        var exponent = text.AsSpan().IndexOfAny('e', 'E');
        if (exponent >= 0 && (!int.TryParse(text[(exponent + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power)
            || Math.Abs(power) > MaxExponent))
        {
            return null;
        }

        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static long Multiply(decimal value, decimal factor)
    {
        var limit = long.MaxValue / factor;
        if (Math.Abs(value) >= limit)
        {
            return value < 0 ? long.MinValue : long.MaxValue;
        }

        return (long)Math.Ceiling(value * factor);
    }
}
