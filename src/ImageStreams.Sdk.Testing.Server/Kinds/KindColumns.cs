using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>The columns of the tables of kinds.</summary>
internal static partial class KindColumns
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

    public static ResourceColumn Age() => Column("Age", static (value, now) => FindTime(value) is { } time ? FormatAge(now - time) : "<unknown>");

    public static ResourceColumn Created() => Text("Created At", "metadata", "creationTimestamp");

    private static ResourceColumn Column(string name, Func<JsonElement, DateTimeOffset, JsonNode?> read) => new() { Name = name, Read = read };

    private static JsonElement? Find(JsonElement value, params ReadOnlySpan<string> path)
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

    private static string? FindText(JsonElement value, params ReadOnlySpan<string> path) =>
        Find(value, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static long FindNumber(JsonElement value, params ReadOnlySpan<string> path) =>
        Find(value, path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var found) ? found : 0;

    private static int CountItems(JsonElement value, params ReadOnlySpan<string> path) => Find(value, path) switch
    {
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength(),
        { ValueKind: JsonValueKind.Object } map => map.EnumerateObject().Count(),
        _ => 0,
    };

    private static JsonElement[] FindItems(JsonElement value, params ReadOnlySpan<string> path) =>
        Find(value, path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static DateTimeOffset? FindTime(JsonElement value) => DateTimeOffset.TryParse(
        FindText(value, "metadata", "creationTimestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : null;

    // As kubectl prints times: two units at most, and the smaller one only while it matters.
    private static string FormatAge(TimeSpan age) => age switch
    {
        { TotalSeconds: < 0 } => "0s",
        { TotalMinutes: < 2 } => Format($"{(int)age.TotalSeconds}s"),
        { TotalMinutes: < 10 } => Format($"{(int)age.TotalMinutes}m") + (age.Seconds == 0 ? "" : Format($"{age.Seconds}s")),
        { TotalHours: < 3 } => Format($"{(int)age.TotalMinutes}m"),
        { TotalHours: < 8 } => Format($"{(int)age.TotalHours}h") + (age.Minutes == 0 ? "" : Format($"{age.Minutes}m")),
        { TotalHours: < 48 } => Format($"{(int)age.TotalHours}h"),
        { TotalDays: < 8 } => Format($"{(int)age.TotalDays}d") + (age.Hours == 0 ? "" : Format($"{age.Hours}h")),
        _ => Format($"{(int)age.TotalDays}d"),
    };

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
