using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Internal;

namespace ImageStreams.Patching;

/// <summary>Prints JSON values as Go's <c>%v</c> does, such as <c>map[name:1 tags:[a b]]</c>.</summary>
internal static class GoValues
{
    public static string Print(JsonNode? node) => Append(new StringBuilder(), node).ToString();

    private static StringBuilder Append(StringBuilder text, JsonNode? node) => node switch
    {
        null => text.Append("<nil>"),
        JsonObject map => AppendMap(text, map),
        JsonArray list => AppendList(text, list),
        _ => text.Append(PrintValue(node.AsValue())),
    };

    private static StringBuilder AppendMap(StringBuilder text, JsonObject map)
    {
        text.Append("map[");
        var separator = "";
        foreach (var (name, value) in map.OrderBy(field => field.Key, Utf8Order.Comparer))
        {
            Append(text.Append(separator).Append(name).Append(':'), value);
            separator = " ";
        }

        return text.Append(']');
    }

    private static StringBuilder AppendList(StringBuilder text, JsonArray list)
    {
        text.Append('[');
        var separator = "";
        foreach (var item in list)
        {
            Append(text.Append(separator), item);
            separator = " ";
        }

        return text.Append(']');
    }

    private static string PrintValue(JsonValue value) => JsonKinds.GetKind(value) switch
    {
        JsonKind.Text => value.GetValue<string>(),
        JsonKind.Float when value.TryGetValue(out double number) => PrintNumber(number),
        _ => value.ToJsonString(),
    };

    /// <summary>Prints a number with an exponent where Go does: below 0.0001, and from a million up.</summary>
    private static string PrintNumber(double number) => Math.Abs(number) is 0 or (>= 1e-4 and < 1e6)
        ? number.ToString("0.#################", CultureInfo.InvariantCulture)
        : number.ToString("0.################e+00", CultureInfo.InvariantCulture);
}
