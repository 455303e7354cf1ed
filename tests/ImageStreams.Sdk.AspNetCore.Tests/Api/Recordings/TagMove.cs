using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>A tag of a registry that moved while a recording was made, as the streams show that followed it on schedule.</summary>
/// <param name="At">The time.</param>
/// <param name="Tag">The tag, as <c>registry/repository:tag</c>.</param>
/// <param name="Digest">The digest of its new manifest.</param>
internal sealed record TagMove(DateTimeOffset At, string Tag, string Digest)
{
    /// <summary>The moves that recorded streams show, in the order of their times.</summary>
    public static IReadOnlyList<TagMove> In(IEnumerable<Exchange> exchanges) =>
    [
        .. RecordedObjects.In(exchanges)
            .SelectMany(FindImports)
            .DistinctBy(import => (import.Tag, import.Digest))
            .GroupBy(import => import.Tag)
            .SelectMany(imports => imports.OrderBy(import => import.At).Skip(1))
            .OrderBy(import => import.At),
    ];

    /// <summary>An image for the new manifest, which no recording shows: that which the tag had before, with another digest.</summary>
    public JsonObject CreateImage(IEnumerable<Exchange> exchanges)
    {
        var repository = Tag[..Tag.LastIndexOf(':')];
        var image = RecordedObjects.In(exchanges).Images()
            .First(one => one["dockerImageLayers"] is JsonArray && ((string)one["dockerImageReference"]!).StartsWith(repository, StringComparison.Ordinal))
            .DeepClone().AsObject();
        image["metadata"]!["name"] = Digest;
        image["dockerImageReference"] = $"{repository}@{Digest}";
        image["dockerImageMetadata"]!["Id"] = "sha256:" + string.Concat(Digest.Reverse().Take(64));
        return image;
    }

    /// <summary>The latest image of each tag that a stream follows on schedule.</summary>
    private static IEnumerable<TagMove> FindImports(JsonObject stream) =>
        from specTag in stream["spec"]?["tags"] as JsonArray ?? []
        where (bool?)specTag["importPolicy"]?["scheduled"] == true && (string?)specTag["from"]?["kind"] == "DockerImage"
        from tag in stream["status"]?["tags"] as JsonArray ?? []
        where (string?)tag["tag"] == (string?)specTag["name"]
        let item = (tag["items"] as JsonArray)?.FirstOrDefault()
        where item is not null && (long?)item["generation"] == (long?)specTag["generation"]
        select new TagMove(ReadTime(item["created"]), (string)specTag["from"]!["name"]!, (string)item["image"]!);

    private static DateTimeOffset ReadTime(JsonNode? time) => DateTimeOffset.Parse((string)time!, CultureInfo.InvariantCulture);
}
