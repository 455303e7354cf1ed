using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>Creates the columns of custom resources: <c>additionalPrinterColumns</c>.</summary>
internal static class CustomColumns
{
    /// <summary>Creates the columns of a version.</summary>
    public static IEnumerable<ResourceColumn> Create(JsonObject version) =>
        version.FindItems("additionalPrinterColumns").Select(CreateColumn);

    private static ResourceColumn CreateColumn(JsonObject column)
    {
        var path = JsonPathSteps.Parse(column.FindText("jsonPath") ?? "");
        var type = column.FindText("type") ?? "string";
        return new ResourceColumn
        {
            Name = column.FindText("name") ?? "",
            Type = type,
            Format = column.FindText("format") ?? "",
            Description = column.FindText("description") ?? "",
            Priority = (int)Math.Clamp(column.FindNumber("priority") ?? 0, 0, int.MaxValue),
            Read = (value, now) => path.Find(value) is { Count: > 0 } found ? WriteCell(type, found, now) : null,
        };
    }

    private static JsonNode? WriteCell(string type, IReadOnlyList<JsonElement> found, DateTimeOffset now) => type switch
    {
        "string" => string.Join(' ', found.Select(static one => one.ToString())),
        "date" => WriteAge(found[0], now),
        "integer" => found[0].ValueKind == JsonValueKind.Number && found[0].TryGetInt64(out var number) ? number : null,
        "number" => found[0].ValueKind == JsonValueKind.Number ? JsonNode.Parse(found[0].GetRawText()) : null,
        "boolean" => found[0].ValueKind is JsonValueKind.True or JsonValueKind.False ? found[0].GetBoolean() : null,
        _ => null,
    };

    private static JsonNode? WriteAge(JsonElement time, DateTimeOffset now)
    {
        if (time.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var isTime = DateTimeOffset.TryParse(
            time.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed);
        return isTime ? AgeText.Format(now - parsed) : "<invalid>";
    }
}
