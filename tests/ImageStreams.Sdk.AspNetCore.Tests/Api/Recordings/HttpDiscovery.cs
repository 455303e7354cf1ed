using System.Text.Json.Nodes;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Compares lists of what is served: each item that both serve, and that ours serves nothing besides.</summary>
/// <remarks>The recorded server has kinds that ours does not, such as nodes; their items are left out.</remarks>
internal static class HttpDiscovery
{
    /// <summary>The fields that name an item, in its groups, versions, resources and subresources.</summary>
    private static readonly string[] Names = ["resource", "subresource", "version", "name"];

    /// <summary>A list with the items that another list has, in the order of that one.</summary>
    /// <param name="list">The list.</param>
    /// <param name="other">The other list.</param>
    /// <param name="isPart">True if the list need not have all items of the other one; what it has not, is else null in it.</param>
    public static JsonNode? Keep(JsonNode? list, JsonNode? other, bool isPart = false) => (list, other) switch
    {
        (JsonObject one, JsonObject another) => new JsonObject(one.Select(field => KeyValuePair.Create(field.Key, Keep(field.Value, another[field.Key], isPart)))),
        (JsonArray one, JsonArray another) when another.All(item => FindName(item) is not null) => Keep(one, another, isPart),
        _ => list?.DeepClone(),
    };

    private static JsonArray Keep(JsonArray list, JsonArray other, bool isPart)
    {
        var items = list.ToLookup(FindName);
        var kept = other.Where(item => !isPart || items.Contains(FindName(item)));
        return new JsonArray([.. kept.Select(item => Keep(items[FindName(item)].FirstOrDefault(), item, isPart))]);
    }

    private static string? FindName(JsonNode? item)
    {
        if (item is not JsonObject value)
        {
            return null;
        }

        return Names.Select(name => (string?)(value[name] as JsonValue)).FirstOrDefault(name => name is not null)
            ?? (value["metadata"] is JsonObject metadata ? (string?)metadata["name"] ?? "" : null);
    }
}
