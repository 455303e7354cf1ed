using System.Text.Json.Nodes;
using ImageStreams.Storage;
using ImageStreams.Tests.AspNetCore;

namespace ImageStreams.Tests.TestingServer;

/// <summary>A write of a controller in a recording: from then on, the state that it wrote could be seen.</summary>
/// <param name="Controller">The name of the controller.</param>
/// <param name="Object">The object that it wrote, or for which it created another one.</param>
/// <param name="End">The time when the server had answered.</param>
internal sealed record RecordedCue(string Controller, ObjectKey Object, DateTimeOffset End)
{
    private const string Prefix = "by a controller: ";

    // Events and pods follow the objects that they are about.
    private static readonly string[] Unseen = ["/events", "/pods", "/configmaps"];

    /// <summary>True for an exchange of a controller.</summary>
    public static bool IsController(HttpExchange exchange) => exchange.Exchange.Note.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Reads the cue of an exchange; null where nothing was written but an event or a pod, or somebody else wrote.</summary>
    public static RecordedCue? Read(HttpExchange exchange)
    {
        var isWrite = exchange.Exchange.Status is < 300 or 500 && !Unseen.Any(part => exchange.Path.Contains(part, StringComparison.Ordinal));
        return IsController(exchange) && isWrite
            ? new RecordedCue(exchange.Exchange.Note[Prefix.Length..], FindObject(exchange), exchange.Exchange.End)
            : null;
    }

    // The configuration for which a build or a rollout was created, and otherwise the object itself.
    private static ObjectKey FindObject(HttpExchange exchange)
    {
        var parts = exchange.Path.Split('?')[0].Split('/');
        var ns = parts.SkipWhile(static part => part != "namespaces").ElementAt(1);
        var answer = exchange.Exchange.Body?["metadata"];
        var isOwner = exchange.Exchange.Note.EndsWith("deployer-controller", StringComparison.Ordinal)
            && exchange.Path.Contains("/replicationcontrollers", StringComparison.Ordinal);
        var owner = isOwner ? null : answer?["ownerReferences"]?[0]?["name"];
        var name = parts[^1] == "instantiate" ? ReadBody(exchange)?["metadata"]?["name"] : owner ?? answer?["name"];
        return new ObjectKey(ns, (string?)name ?? "");
    }

    private static JsonNode? ReadBody(HttpExchange exchange) => JsonNode.Parse(exchange.RequestBody ?? "null");
}
