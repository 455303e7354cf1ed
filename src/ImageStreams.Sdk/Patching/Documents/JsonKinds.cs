using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>Tells JSON values apart as Go does.</summary>
internal static class JsonKinds
{
    public static JsonKind GetKind(JsonNode? node) => node switch
    {
        null => JsonKind.Null,
        JsonObject => JsonKind.Map,
        JsonArray => JsonKind.List,
        _ => GetValueKind(node.AsValue()),
    };

    /// <summary>Gets the name of the Go type.</summary>
    public static string GetGoName(JsonNode? node) => GetKind(node) switch
    {
        JsonKind.Null => "%!s(<nil>)",
        JsonKind.Map => "map[string]interface {}",
        JsonKind.List => "[]interface {}",
        JsonKind.Text => "string",
        JsonKind.Bool => "bool",
        JsonKind.Integer => "int64",
        _ => "float64",
    };

    /// <summary>Gets the name of the JSON type in the messages of Go's decoder.</summary>
    public static string GetJsonName(JsonNode? node) => GetKind(node) switch
    {
        JsonKind.Null => "null",
        JsonKind.Map => "object",
        JsonKind.List => "array",
        JsonKind.Text => "string",
        JsonKind.Bool => "bool",
        _ => "number",
    };

    /// <summary>Returns a text; null when the value is not a text.</summary>
    public static string? GetText(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonKind GetValueKind(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => JsonKind.Text,
        JsonValueKind.True or JsonValueKind.False => JsonKind.Bool,
        _ => value.TryGetValue(out long _) ? JsonKind.Integer : JsonKind.Float,
    };
}
