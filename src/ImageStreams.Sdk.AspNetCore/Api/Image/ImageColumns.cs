using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>The columns of the tables of the image API, as OpenShift has them.</summary>
internal static class ImageColumns
{
    public static ValueList<ResourceColumn> Streams { get; } =
    [
        Create("Image Repository", "The repository from which the images of the stream are pulled.", static (json, _) => ReadRepository(json)),
        Create("Tags", "The tags of the stream, the latest first, as far as they fit.", static (json, _) => StreamTagsCell.Describe(json)),
        Create("Updated", "The time since the latest image of any tag.", StreamTagsCell.DescribeLatest),
    ];

    public static ValueList<ResourceColumn> StreamTags { get; } =
    [
        Create("Image Reference", "The pull spec of the image of the tag.", static (json, _) => Read(json, "image", "dockerImageReference")),
        Create("Updated", "The time since the tag got the image.", ReadAge),
        Create("Image Name", "The name of the image.", static (json, _) => Read(json, "image", "metadata", "name")) with { Priority = 1 },
    ];

    public static ValueList<ResourceColumn> ImageTags { get; } =
    [
        Create("Spec", "Tag for a tag with a spec tag, and Push for one that only has images.", static (json, _) => ReadSpec(json)),
        Create("Status", "The current image of the tag.", static (json, _) => ReadStatus(json)),
        Create("History", "The number of images that the tag has had.", static (json, _) => FindItems(json)?.GetArrayLength() ?? 0) with { Type = "number" },
        Create("Updated", "The time since the tag got the image.", static (json, now) => ReadHistoryAge(json, now)),
    ];

    public static ValueList<ResourceColumn> StreamImages { get; } =
    [
        Create("Updated", "The time since the image was added to the stream.", ReadAge),
        Create("Image Reference", "The pull spec of the image.", static (json, _) => Read(json, "image", "dockerImageReference")) with { Priority = 1 },
        Create("Image Name", "The name of the image.", static (json, _) => Read(json, "image", "metadata", "name")) with { Priority = 1 },
    ];

    public static ValueList<ResourceColumn> Images { get; } =
        [Create("Image Reference", "The pull spec of the image.", static (json, _) => Read(json, "dockerImageReference"))];

    /// <summary>Finds a member of a member and so on.</summary>
    public static JsonElement Find(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            json = json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;
        }

        return json;
    }

    private static ResourceColumn Create(string name, string description, Func<JsonElement, DateTimeOffset, JsonNode?> read) =>
        new() { Name = name, Description = description, Read = read };

    private static JsonNode? Read(JsonElement json, params ReadOnlySpan<string> path) =>
        Find(json, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonNode? ReadRepository(JsonElement json) =>
        Read(json, "spec", "dockerImageRepository") ?? Read(json, "status", "dockerImageRepository");

    private static JsonNode? ReadAge(JsonElement json, DateTimeOffset now) =>
        RelativeTime.Describe(Find(json, "metadata", "creationTimestamp"), now);

    private static JsonNode? ReadSpec(JsonElement json)
    {
        var spec = Find(json, "spec");
        return spec.ValueKind == JsonValueKind.Object ? DescribeSpec(spec) : "Push";
    }

    private static string DescribeSpec(JsonElement spec) =>
        Find(spec, "importPolicy", "scheduled").ValueKind == JsonValueKind.True ? "Scheduled" : "Tag";

    private static JsonNode? ReadStatus(JsonElement json) =>
        FindItems(json) is { } items && items.GetArrayLength() > 0 ? $"image/{Read(items[0], "image")}" : null;

    private static JsonNode? ReadHistoryAge(JsonElement json, DateTimeOffset now) =>
        FindItems(json) is { } items && items.GetArrayLength() > 0 ? RelativeTime.Describe(Find(items[0], "created"), now) : null;

    private static JsonElement? FindItems(JsonElement json) =>
        Find(json, "status", "items") is { ValueKind: JsonValueKind.Array } items ? items : null;
}
