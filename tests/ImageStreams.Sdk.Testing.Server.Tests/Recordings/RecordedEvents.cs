using System.Text.Json.Nodes;
using ImageStreams.Tests.AspNetCore;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Puts the events of a list into a form that does not depend on times.</summary>
internal static class RecordedEvents
{
    private static readonly HashSet<string> Ours = ["deploymentconfig-controller", "deployer-controller", "buildconfig-controller"];

    /// <summary>Removes the events of other controllers, and the times from the names and the order of the rest, in place.</summary>
    public static void Settle(JsonArray items)
    {
        var kept = items.OfType<JsonObject>().Where(IsOurs).Select(static one => (JsonObject)one.DeepClone()).ToList();
        foreach (var one in kept)
        {
            one["metadata"]!["name"] = ((string)one["metadata"]!["name"]!).Split('.')[0];
        }

        items.Clear();
        foreach (var one in kept.OrderBy(GetOrder, StringComparer.Ordinal))
        {
            items.Add((JsonNode)one);
        }
    }

    /// <summary>True for a list of events.</summary>
    public static bool IsList(JsonNode? body) => (string?)((body as JsonObject)?["kind"] as JsonValue) == "EventList";

    /// <summary>Finds the events that recorded controllers sent after an exchange: they wait before they do.</summary>
    public static IReadOnlySet<string> FindLater(IReadOnlyList<HttpExchange> exchanges, HttpExchange now) => exchanges
        .Where(one => one.Exchange.Start > now.Exchange.Start && one.Method == "POST" && one.Path.EndsWith("/events", StringComparison.Ordinal))
        .Select(static one => one.Exchange.Body as JsonObject)
        .OfType<JsonObject>()
        .Select(static one => $"{one["reason"]} {one["message"]}")
        .ToHashSet();

    /// <summary>Returns a list of events without those that the recorded controllers sent later.</summary>
    public static JsonNode WithoutLater(JsonNode body, IReadOnlySet<string> later)
    {
        var shown = body.DeepClone();
        (shown["items"] as JsonArray)?.RemoveAll(one => later.Contains($"{one?["reason"]} {one?["message"] ?? one?["note"]}"));
        return shown;
    }

    private static bool IsOurs(JsonObject one) =>
        Ours.Contains((string?)(one["reportingComponent"] ?? one["reportingController"]) ?? "");

    private static string GetOrder(JsonObject one) =>
        $"{one["metadata"]!["name"]} {one["reason"]} {one["message"] ?? one["note"]}";
}
