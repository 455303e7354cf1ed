using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Compares lists of what is served: each item that both serve, and that ours serves nothing besides.</summary>
/// <remarks>The recorded server has kinds that ours does not, such as nodes, and does more with some, such as namespaces; their items,
/// subresources and verbs are left out.</remarks>
internal static class HttpDiscovery
{
    private const string Subresources = "subresources";

    /// <summary>The fields that name an item, in its groups, versions, resources and subresources.</summary>
    private static readonly string[] Names = ["resource", "subresource", "version", "name"];

    /// <summary>A list with the items that another list has, in the order of that one.</summary>
    /// <param name="list">The list.</param>
    /// <param name="other">The other list.</param>
    /// <param name="isPart">True if of the other list only the beginning is known: only its items and fields are kept. Else an item that
    /// the list does not have is null in it.</param>
    public static JsonNode? Keep(JsonNode? list, JsonNode? other, bool isPart = false) => (list, other) switch
    {
        (JsonObject one, JsonObject another) => new JsonObject(one
            .Where(field => another.ContainsKey(field.Key) || !(isPart || field.Key == Subresources))
            .Select(field => KeyValuePair.Create(field.Key, Keep(field.Value, another[field.Key], isPart)))),
        (JsonArray one, JsonArray another) when another.All(item => item is JsonValue) => new JsonArray([.. one.Where(item => Has(another, item)).Select(item => item?.DeepClone())]),
        (JsonArray one, JsonArray another) when another.All(item => FindName(item) is not null) => Keep(one, another, isPart),
        _ => list?.DeepClone(),
    };

    private static JsonArray Keep(JsonArray list, JsonArray other, bool isPart)
    {
        var items = list.ToLookup(FindName);
        var kept = other.Where(item => !isPart || items.Contains(FindName(item)));
        return new JsonArray([.. kept.Select(item => Keep(items[FindName(item)].FirstOrDefault(), item, isPart))]);
    }

    private static bool Has(JsonArray texts, JsonNode? text) => texts.Any(one => JsonNode.DeepEquals(one, text));

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
