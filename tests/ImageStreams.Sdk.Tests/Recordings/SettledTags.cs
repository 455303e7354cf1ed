using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>A recorded answer, as it would be if indirect followers had moved, too.</summary>
/// <remarks>
/// The server goes through the tags once, in the order of a Go map: direct followers always move, deeper ones by chance.
/// The engine always moves all of them; this is the answer of the server if chance is on its side.
/// </remarks>
internal static class SettledTags
{
    /// <summary>The answer in which every deeper follower has moved; unchanged if all of them had.</summary>
    public static JsonNode? Settle(JsonNode? answer)
    {
        var settled = answer?.DeepClone();
        foreach (var stream in StreamsIn(settled))
        {
            SettleStream(stream);
        }

        return JsonNode.DeepEquals(settled, answer) ? answer : settled;
    }

    private static void SettleStream(JsonObject stream)
    {
        if (stream["spec"]?["tags"] is not JsonArray specTags)
        {
            return;
        }

        var sources = specTags.ToDictionary(specTag => (string)specTag!["name"]!, specTag => FindSource(specTag!, stream));
        foreach (var tag in sources.Keys.Where(tag => IsDeep(tag, sources)).OrderBy(tag => GetDepth(tag, sources)))
        {
            Copy(stream, sources[tag]!, tag);
        }

        FillCycles(stream, sources);
    }

    private static IEnumerable<JsonObject> StreamsIn(JsonNode? answer) => (string?)answer?["kind"] switch
    {
        "ImageStream" => [answer.AsObject()],
        "ImageStreamList" => [.. answer["items"]?.AsArray().Select(stream => stream!.AsObject()) ?? []],
        "ImageStreamImport" => answer["status"]?["import"] is JsonObject stream ? [stream] : [],
        _ => [],
    };

    /// <summary>The tag of the same stream that a spec tag follows; null for another source.</summary>
    private static string? FindSource(JsonNode specTag, JsonObject stream)
    {
        var name = (string?)specTag["from"]?["name"] ?? "";
        var prefix = RecordedObjects.GetName(stream) + ":";
        var tag = name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
        return (string?)specTag["from"]?["kind"] == "ImageStreamTag" && !tag.Contains(':', StringComparison.Ordinal) ? tag : null;
    }

    private static bool IsDeep(string tag, Dictionary<string, string?> sources) => GetDepth(tag, sources) > 1;

    /// <summary>The number of tags between a tag and its image; 0 in a cycle, which has none.</summary>
    private static int GetDepth(string tag, Dictionary<string, string?> sources)
    {
        var depth = 0;
        for (var at = sources.GetValueOrDefault(tag); at is not null; at = sources.GetValueOrDefault(at))
        {
            if (++depth > sources.Count)
            {
                return 0;
            }
        }

        return depth;
    }

    /// <summary>An image that entered a cycle reaches every tag of the cycle that has none.</summary>
    private static void FillCycles(JsonObject stream, Dictionary<string, string?> sources)
    {
        foreach (var tag in sources.SelectMany(_ => sources.Keys).Where(tag => sources[tag] is not null))
        {
            if (GetDepth(tag, sources) == 0 && Find(GetTags(stream), tag)?["items"] is null)
            {
                Copy(stream, sources[tag]!, tag);
            }
        }
    }

    private static JsonArray GetTags(JsonObject stream) => stream["status"]?["tags"] as JsonArray ?? [];

    private static void Copy(JsonObject stream, string from, string to)
    {
        var tags = GetTags(stream);
        if (Find(tags, from)?["items"] is not { } items)
        {
            return;
        }

        var old = Find(tags, to);
        var history = Move(items.AsArray(), old?["items"] as JsonArray ?? []);
        tags.Remove(old);
        tags.Add(new JsonObject { ["tag"] = to, ["items"] = history });
        var sorted = tags.OrderBy(tag => (string)tag!["tag"]!, StringComparer.Ordinal).ToList();
        tags.Clear();
        sorted.ForEach(tags.Add);
    }

    /// <summary>
    /// The history of a follower that has moved: that of its source, or, where it followed something else before, the
    /// latest item of its source before its own ones.
    /// </summary>
    private static JsonArray Move(JsonArray source, JsonArray own)
    {
        var images = source.Select(GetImage).ToHashSet(StringComparer.Ordinal);
        if (own.All(item => images.Contains(GetImage(item))))
        {
            return source.DeepClone().AsArray();
        }

        JsonNode?[] latest = GetImage(own[0]) == GetImage(source[0]) ? [] : [source[0]];
        return [.. latest.Concat(own).Select(item => item?.DeepClone())];
    }

    private static string GetImage(JsonNode? item) =>
        (item as JsonObject)?["image"]?.GetValue<string>() ?? item?.ToJsonString() ?? "";

    private static JsonNode? Find(JsonArray tags, string tag) => tags.FirstOrDefault(one => (string?)one!["tag"] == tag);
}
