using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>Finds objects in the responses of a server, at any depth.</summary>
internal static class RecordedObjects
{
    /// <summary>All responses: bodies, and the objects of watch events.</summary>
    public static IEnumerable<JsonObject> In(IEnumerable<Exchange> exchanges) => exchanges
        .SelectMany(exchange => (exchange.Events ?? []).Append(exchange.Body))
        .SelectMany(Within);

    /// <summary>The images among objects.</summary>
    public static IEnumerable<JsonObject> Images(this IEnumerable<JsonObject> objects) =>
        objects.Where(one => one["dockerImageReference"] is not null && IsDigest(GetName(one)));

    /// <summary>The version of an object; 0 for one that has none.</summary>
    public static long GetVersion(JsonObject value) => long.TryParse(
        (string?)value["metadata"]?["resourceVersion"], CultureInfo.InvariantCulture, out var version) ? version : 0;

    public static string GetName(JsonObject value) => (string?)value["metadata"]?["name"] ?? "";

    public static string GetNamespace(JsonObject value) => (string?)value["metadata"]?["namespace"] ?? "";

    private static bool IsDigest(string name) => name.StartsWith("sha256:", StringComparison.Ordinal);

    /// <summary>The objects with metadata under a node, itself included.</summary>
    private static IEnumerable<JsonObject> Within(JsonNode? node)
    {
        var open = new Stack<JsonNode?>([node]);
        while (open.TryPop(out var next))
        {
            if (next is JsonObject { } found && found["metadata"] is JsonObject)
            {
                yield return found;
            }

            foreach (var child in (next as JsonObject)?.Select(field => field.Value) ?? next as JsonArray ?? [])
            {
                open.Push(child);
            }
        }
    }
}
