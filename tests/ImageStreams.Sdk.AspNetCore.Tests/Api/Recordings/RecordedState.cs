using System.Text.Json.Nodes;
using ImageStreams.Storage;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>A stream as a recorded response shows it.</summary>
/// <param name="Key">The stream.</param>
/// <param name="Version">The version.</param>
/// <param name="Value">The stream, its metadata, or one of its tags.</param>
/// <param name="Extent">The part that is shown.</param>
/// <param name="Open">The number of containers in it whose rest is not known.</param>
internal sealed record RecordedState(ObjectKey Key, long Version, JsonObject Value, RecordedExtent Extent, int Open)
{
    /// <summary>The recorded UID; empty if it is not shown.</summary>
    public string Uid => (string?)Value["metadata"]![Identities.Uid] ?? "";

    /// <summary>The states that a response shows, in any order.</summary>
    public static IEnumerable<RecordedState> In(HttpExchange recorded)
    {
        if (!recorded.IsOfImages || recorded.Exchange.Request.IsDryRun)
        {
            return [];
        }

        var head = RecordedHead.Find(recorded.Exchange.Body);
        var known = recorded.Exchange with { Body = head?.Value ?? recorded.Exchange.Body };
        return RecordedObjects.In([known]).Select(value => Read(recorded, value, head?.GetOpen(value) ?? 0)).OfType<RecordedState>();
    }

    private static RecordedState? Read(HttpExchange recorded, JsonObject value, int open)
    {
        var (ns, name, version) = (RecordedObjects.GetNamespace(value), RecordedObjects.GetName(value), RecordedObjects.GetVersion(value));
        return version > 0 && ns.Length > 0 && name.Split(':')[0].Length > 0 && FindExtent(recorded, value, open > 0) is { } extent
            ? new RecordedState(new ObjectKey(ns, name.Split(':')[0]), version, value, extent, open)
            : null;
    }

    private static RecordedExtent? FindExtent(HttpExchange recorded, JsonObject value, bool isCut)
    {
        if (RecordedObjects.GetName(value).Contains(':', StringComparison.Ordinal))
        {
            return RecordedExtent.Version;
        }

        if (value["spec"] is JsonObject spec && spec["lookupPolicy"] is not null)
        {
            return isCut ? RecordedExtent.Beginning : RecordedExtent.Whole;
        }

        return recorded.Exchange.Request.Resource == "imagestreams" && (string?)value["kind"] == "PartialObjectMetadata" ? RecordedExtent.Metadata : null;
    }
}
