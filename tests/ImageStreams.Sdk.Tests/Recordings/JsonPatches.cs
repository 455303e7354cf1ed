using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>Applies the patches that the recorded clients sent, as the API server does.</summary>
internal static class JsonPatches
{
    public const string Merge = "application/merge-patch+json";
    public const string StrategicMerge = "application/strategic-merge-patch+json";
    public const string Operations = "application/json-patch+json";

    public static JsonNode? Apply(string? contentType, JsonNode? target, JsonNode? patch) => contentType switch
    {
        Merge => MergeInto(target, patch, mergesLists: false),
        StrategicMerge => MergeInto(target, patch, mergesLists: true),
        Operations => patch!.AsArray().Aggregate(target?.DeepClone(), (done, operation) => Add(done!, operation!.AsObject())),
        _ => throw new NotSupportedException($"Patches of type {contentType} are not applied here."),
    };

    /// <summary>Merges by RFC 7396; lists of objects with a name are merged item by item if requested.</summary>
    private static JsonNode? MergeInto(JsonNode? target, JsonNode? patch, bool mergesLists)
    {
        if (mergesLists && target is JsonArray items && patch is JsonArray changes)
        {
            return MergeByName(items, changes);
        }

        if (patch is not JsonObject fields)
        {
            return patch?.DeepClone();
        }

        var merged = (target as JsonObject)?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in fields)
        {
            if (value is null)
            {
                merged.Remove(name);
            }
            else
            {
                merged[name] = MergeInto(merged[name], value, mergesLists);
            }
        }

        return merged;
    }

    private static JsonArray MergeByName(JsonArray items, JsonArray changes)
    {
        var merged = items.DeepClone().AsArray();
        foreach (var change in changes)
        {
            var old = merged.FirstOrDefault(item => (string?)item!["name"] == (string?)change!["name"]);
            var next = MergeInto(old, change, mergesLists: true);
            if (old is null)
            {
                merged.Add(next);
            }
            else
            {
                old.ReplaceWith(next);
            }
        }

        return merged;
    }

    /// <summary>This is the only operation of recorded clients that succeeded, on fields of objects.</summary>
    private static JsonNode Add(JsonNode target, JsonObject operation)
    {
        if ((string?)operation["op"] != "add")
        {
            throw new NotSupportedException($"The operation {operation.ToJsonString()} is not applied here.");
        }

        var path = ((string)operation["path"]!).Split('/')[1..];
        path[..^1].Aggregate(target, (node, field) => node[field]!)[path[^1]] = operation["value"]!.DeepClone();
        return target;
    }
}
