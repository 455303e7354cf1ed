using System.Text.Json.Nodes;
using ImageStreams.Controllers;
using ImageStreams.Workloads;

namespace ImageStreams.Conformance.Suites;

/// <summary>Index entries and triggers as nodes of an answer.</summary>
internal static class TriggerJson
{
    public static JsonArray ToNodes(this IEnumerable<ObjectFieldTrigger> triggers) =>
        triggers.Select(SuiteJson.ToNode).ToArray();

    public static JsonObject Index(TriggerIndexEntry? entry, TriggerChange change) => new()
    {
        ["key"] = entry?.Key ?? "",
        ["change"] = change == TriggerChange.None ? "" : change.ToString(),
        ["entry"] = entry is null ? null : new JsonObject
        {
            ["key"] = entry.Key,
            ["namespace"] = entry.Namespace,
            ["triggers"] = entry.Triggers.ToNodes(),
            ["imageStreams"] = entry.ImageStreams.Select(name => (JsonNode?)name).ToArray(),
        },
    };
}
