using System.Text.Json.Nodes;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Recorded lists.</summary>
internal static class HttpLists
{
    /// <summary>The names in a list that was recorded as a whole, in one answer; null for anything else.</summary>
    public static IReadOnlyCollection<string>? FindNames(HttpExchange recorded)
    {
        var request = recorded.Exchange.Request;
        if (recorded is not { Method: "GET", Lines: null, Exchange: { Status: 200, Body: JsonObject body } } || request.Name is not null || IsPart(request, body))
        {
            return null;
        }

        return (body["items"] ?? body["rows"]) is JsonArray items ? [.. items.Select(item => FindName(item!))] : null;
    }

    /// <summary>Returns a list as a table without its version, which counts the changes of all objects of a cluster, and with the tags of
    /// streams in order: the recorded server goes through them as a Go map.</summary>
    public static JsonNode? Settle(HttpExchange recorded, JsonNode? body)
    {
        if (recorded.Exchange.Request.Name is not null || body is not JsonObject value || (string?)(value["kind"] as JsonValue) != "Table")
        {
            return body;
        }

        var shown = value.DeepClone().AsObject();
        (shown["metadata"] as JsonObject)?.Remove(Identities.Version);
        if (recorded.Exchange.Request.Resource == "imagestreamtags" && shown["rows"] is JsonArray rows)
        {
            shown["rows"] = new JsonArray([.. rows.OrderBy(row => row!["cells"]![0]!.ToString(), StringComparer.Ordinal).Select(row => row!.DeepClone())]);
        }

        return shown;
    }

    private static bool IsPart(ApiRequest request, JsonObject body) =>
        RecordedHead.IsElided(body) || request.Query.ContainsKey("continue") || body["metadata"]?["continue"] is not null;

    private static string FindName(JsonNode item) => (string)(item["metadata"] ?? item["object"]!["metadata"])!["name"]!;
}
