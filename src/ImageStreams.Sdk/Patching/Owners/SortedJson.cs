using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>Writes JSON with the members of each object in the order of their names, as Go writes maps.</summary>
internal static class SortedJson
{
    public static string Write(JsonNode? value) => value switch
    {
        JsonObject fields => $"{{{string.Join(',', fields
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{JsonTexts.Quote(member.Key)}:{Write(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Write))}]",
        JsonValue text when text.TryGetValue(out string? plain) => JsonTexts.Quote(plain),
        null => "null",
        _ => value.ToJsonString(),
    };
}
