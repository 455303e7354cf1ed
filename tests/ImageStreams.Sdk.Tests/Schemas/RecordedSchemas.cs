using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Schemas;

/// <summary>Brings definitions of OpenAPI documents into a form that can be compared.</summary>
internal static class RecordedSchemas
{
    private static readonly string[] LeftOut = ["description", "x-kubernetes-group-version-kind"];

    /// <summary>Returns a definition without descriptions and kinds, with the members in order.</summary>
    public static JsonNode? Normalize(JsonNode? node, bool isProperties = false) => node switch
    {
        JsonObject members => new JsonObject(members
            .Where(member => isProperties || !LeftOut.Contains(member.Key))
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Normalize(member.Value, member.Key == "properties" && !isProperties)))),
        JsonArray items when items.All(item => item is JsonValue) => new JsonArray(
            [.. items.Select(item => (string)item!).Order(StringComparer.Ordinal).Select(item => (JsonNode)item)]),
        JsonArray items => new JsonArray([.. items.Select(item => Normalize(item))]),
        null => null,
        _ => node.DeepClone(),
    };
}
