using System.Text.Json.Nodes;
using ImageStreams.Storage;

namespace ImageStreams.Tests.TestingServer;

/// <summary>The objects that recorded controllers wrote more than once before a client looked: the number of these writes, which their
/// generations count, is luck.</summary>
internal sealed class LuckyGenerations
{
    private readonly HashSet<ObjectKey> _objects = [];

    /// <summary>Notes the writes between two requests of the client.</summary>
    public void Add(IEnumerable<RecordedCue> cues) => _objects.UnionWith(cues
        .Where(static cue => cue.Controller == "image-trigger-controller")
        .GroupBy(static cue => cue.Object)
        .Where(static cues => cues.Count() > 1)
        .Select(static cues => cues.Key));

    /// <summary>Returns a body without the generations of these objects.</summary>
    public JsonNode? Hide(JsonNode? body)
    {
        var shown = body?.DeepClone();
        var items = shown is JsonObject { } value && value["items"] is JsonArray list ? list : new JsonArray();
        foreach (var one in items.Append(shown).OfType<JsonObject>().Where(IsLucky))
        {
            (one["metadata"] as JsonObject)?.Remove("generation");
            (one["status"] as JsonObject)?.Remove("observedGeneration");
        }

        return shown;
    }

    private bool IsLucky(JsonObject value) => value["metadata"] is JsonObject metadata
        && _objects.Contains(new ObjectKey((string?)metadata["namespace"] ?? "", (string?)metadata["name"] ?? ""));
}
