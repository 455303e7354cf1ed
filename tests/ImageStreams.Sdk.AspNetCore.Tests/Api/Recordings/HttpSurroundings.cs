using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The objects beside streams and images that were in the recorded cluster before a scenario began, as far as its answers
/// show them: the namespaces, and what has a version below the first one that the scenario wrote.</summary>
internal sealed class HttpSurroundings(IReadOnlyList<HttpExchange> exchanges)
{
    private readonly long _firstWritten = exchanges
        .Where(one => one.Method != "GET" && one.Exchange.Status is 200 or 201)
        .Select(one => one.Exchange.Body is JsonObject body ? RecordedObjects.GetVersion(body) : 0)
        .Where(version => version > 0)
        .DefaultIfEmpty(long.MaxValue)
        .Min();

    /// <summary>Puts them into a store, oldest first.</summary>
    public async Task AddToAsync(IClusterObjectStore store, Identities identities)
    {
        foreach (var (resource, shown) in Find())
        {
            var value = ImageStreamJson.Deserialize<ClusterObject>(Complete(resource, shown).ToJsonString());
            var added = await store.GetObjects(resource).CreateAsync(value);
            identities.AreSame((string)shown["metadata"]![Identities.Version]!, added.Metadata.ResourceVersion!);
        }
    }

    private IEnumerable<(string Resource, JsonObject Shown)> Find() => exchanges
        .Where(one => one.Method == "GET" && one.Exchange.Status == 200 && HttpKinds.IsServed(one.Path))
        .SelectMany(one => Show(one).Select(shown => (Resource: HttpKinds.FindResource(one.Path)!, Shown: shown)))
        .Where(one => one.Resource == HttpKinds.Namespaces || (ClusterKinds.Find(one.Resource) is not null && IsOlder(one.Shown)))
        .OrderBy(one => RecordedObjects.GetVersion(one.Shown))
        .DistinctBy(one => (one.Resource, RecordedObjects.GetNamespace(one.Shown), RecordedObjects.GetName(one.Shown)));

    private bool IsOlder(JsonObject shown) => RecordedObjects.GetVersion(shown) is > 0 and var version && version < _firstWritten;

    /// <summary>The objects of an answer: those of the lines of a watch, of a list, or the only one.</summary>
    private static IEnumerable<JsonObject> Show(HttpExchange exchange)
    {
        var shown = exchange.Lines?.Select(line => line.Line["object"])
            ?? (exchange.Exchange.Body as JsonObject)?["items"] as IEnumerable<JsonNode?>
            ?? [exchange.Exchange.Body];
        return shown.OfType<JsonObject>().Where(one => one["metadata"] is JsonObject && RecordedObjects.GetName(one).Length > 0);
    }

    /// <summary>The object with its kind, which those of a list do not have.</summary>
    private static JsonObject Complete(string resource, JsonObject shown)
    {
        var whole = shown.DeepClone().AsObject();
        if (ClusterKinds.Find(resource) is { } kind)
        {
            (whole["kind"], whole["apiVersion"]) = (kind.Definition.Kind, kind.Definition.ApiVersion);
        }

        return whole;
    }
}
