using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>The image of each tag of each repository, as far as recorded imports show it.</summary>
internal static class RecordedTags
{
    /// <summary>The recorded digests by <c>registry/repository:tag</c>; null for a tag that was listed but could not be
    /// imported.</summary>
    /// <remarks>A tag of an index is only recognized if an import kept the index, which then counts.</remarks>
    public static IReadOnlyDictionary<string, string?> In(IEnumerable<Exchange> exchanges)
    {
        var tags = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, image) in exchanges.Select(exchange => exchange.Body).Where(IsImport).SelectMany(NamesIn))
        {
            var digest = image is null ? null : RecordedObjects.GetName(image);
            if (!tags.TryAdd(name, digest) && (tags[name] is null || image?["dockerImageManifests"] is not null))
            {
                tags[name] = digest ?? tags[name];
            }
        }

        return tags;
    }

    private static bool IsImport(JsonNode? body) => (string?)body?["kind"] == "ImageStreamImport";

    private static IEnumerable<(string Name, JsonObject? Image)> NamesIn(JsonNode? import) =>
        [.. OfImages(import!["spec"]!, import["status"]!), .. OfRepository(import["spec"]!, import["status"]!)];

    private static IEnumerable<(string Name, JsonObject? Image)> OfImages(JsonNode spec, JsonNode status) =>
        from pair in (spec["images"] as JsonArray ?? []).Zip(status["images"] as JsonArray ?? [])
        let image = pair.Second!["image"] as JsonObject
        where image is not null
        select (WithTag((string)pair.First!["from"]!["name"]!), image);

    private static IEnumerable<(string Name, JsonObject? Image)> OfRepository(JsonNode spec, JsonNode status)
    {
        var (name, came) = ((string?)spec["repository"]?["from"]?["name"], status["repository"]);
        var images = (came?["images"] as JsonArray ?? []).Select(one => ($"{name}:{(string)one!["tag"]!}", FindImage(one)));
        var others = (came?["additionalTags"] as JsonArray ?? []).Select(one => ($"{name}:{(string)one!}", (JsonObject?)null));
        return [.. images, .. others];
    }

    /// <summary>A failure shows an image without a name.</summary>
    private static JsonObject? FindImage(JsonNode status) =>
        status["image"] is JsonObject image && RecordedObjects.GetName(image).Length > 0 ? image : null;

    private static string WithTag(string name) =>
        name[name.LastIndexOf('/')..].Contains(':', StringComparison.Ordinal) ? name : name + ":latest";
}
