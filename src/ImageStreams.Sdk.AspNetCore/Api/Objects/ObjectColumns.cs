using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Creates columns of the tables of objects.</summary>
internal static class ObjectColumns
{
    public static ResourceColumn Text(string name, params string[] path) => TextOr(name, "", path);

    public static ResourceColumn TextOr(string name, string missing, params string[] path) =>
        Column(name, (value, _) => FindText(value, path) is { Length: > 0 } text ? text : missing);

    public static ResourceColumn Number(string name, params string[] path) =>
        Column(name, (value, _) => FindNumber(value, path)) with { Type = "integer" };

    public static ResourceColumn Flag(string name, params string[] path) =>
        Column(name, (value, _) => Find(value, path)?.ValueKind == JsonValueKind.True) with { Type = "boolean" };

    public static ResourceColumn Count(string name, params string[] path) =>
        Column(name, (value, _) => CountItems(value, path)) with { Type = "integer" };

    public static ResourceColumn DataCount() => Column("Data", static (value, _) => CountItems(value, "data") + CountItems(value, "binaryData"));

    public static ResourceColumn Age() => Column("Age", static (value, now) => FindTime(value) is { } time ? AgeText.Format(now - time) : "<unknown>");

    public static ResourceColumn Created() => Text("Created At", "metadata", "creationTimestamp");

    public static ResourceColumn Column(string name, Func<JsonElement, DateTimeOffset, JsonNode?> read) => new() { Name = name, Read = read };

    public static JsonElement? Find(JsonElement value, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }

        return value;
    }

    public static string? FindText(JsonElement value, params ReadOnlySpan<string> path) =>
        Find(value, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static long FindNumber(JsonElement value, params ReadOnlySpan<string> path) =>
        Find(value, path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var found) ? found : 0;

    public static int CountItems(JsonElement value, params ReadOnlySpan<string> path) => Find(value, path) switch
    {
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength(),
        { ValueKind: JsonValueKind.Object } map => map.EnumerateObject().Count(),
        _ => 0,
    };

    public static JsonElement[] FindItems(JsonElement value, params ReadOnlySpan<string> path) =>
        Find(value, path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    public static DateTimeOffset? FindTime(JsonElement value) => DateTimeOffset.TryParse(
        FindText(value, "metadata", "creationTimestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : null;
}
