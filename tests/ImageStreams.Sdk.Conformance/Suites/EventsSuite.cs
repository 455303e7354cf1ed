using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Lifecycle;
using ImageStreams.Resolution;

namespace ImageStreams.Conformance.Suites;

/// <summary>The growth of histories, and tags that follow each other.</summary>
internal sealed class EventsSuite : ISuite
{
    public string Name => "events";

    public JsonComparison Comparison => JsonComparison.ApiObjects;

    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "addTagEvent" => AddTagEvent(input),
        "updateTrackingTags" => UpdateTrackingTags(input),
        "updateChangedTrackingTags" => UpdateChangedTrackingTags(input),
        "resolveImageID" => ResolveImageId(input),
        "hasTagCondition" => HasTagCondition(input),
        _ => throw new NotSupportedException($"no operation {operation}"),
    };

    private static JsonObject AddTagEvent(JsonElement input)
    {
        var (stream, tag, tagEvent) = (Stream(input), input.Text("tag"), input.Get<TagEvent>("event"));
        var next = TagHistory.Add(stream, tag, tagEvent);
        return new() { ["changed"] = TagHistory.WouldChange(stream, tag, tagEvent), ["tags"] = Tags(next) };
    }

    private static JsonObject UpdateTrackingTags(JsonElement input)
    {
        var stream = Stream(input);
        var next = TrackingTags.MoveDirectFollowers(stream, input.Text("updatedTag"), input.Get<TagEvent>("event"));
        return new() { ["updated"] = CountMoved(stream, next), ["tags"] = Tags(next) };
    }

    private static JsonObject UpdateChangedTrackingTags(JsonElement input)
    {
        var stream = input.Get<ImageStream>("new");
        var next = TrackingTags.MoveAllFollowers(stream, input.Find<ImageStream>("old"));
        return new() { ["changes"] = CountMoved(stream, next), ["tags"] = Tags(next) };
    }

    private static JsonObject ResolveImageId(JsonElement input) =>
        StreamImages.Resolve(Stream(input), input.Text("imageID")) switch
        {
            StreamImageResult.Found found =>
                new() { ["event"] = found.ToEvent(Timestamp.Now(SuiteClock.Instance)).ToNode() },
            StreamImageResult.Ambiguous => Errors.OfKind("conflict"),
            _ => Errors.OfKind("notFound"),
        };

    private static JsonObject HasTagCondition(JsonElement input) => new()
    {
        ["has"] = TagHistory.HasCondition(Stream(input), input.Text("tag"), input.Get<TagEventCondition>("condition")),
    };

    private static ImageStream Stream(JsonElement input) => input.Get<ImageStream>("stream");

    private static int CountMoved(ImageStream stream, ImageStream next) =>
        next.Status.Tags.Count(history => history != stream.Status.Tags.Find(history.Tag));

    private static JsonArray Tags(ImageStream stream) => stream.Status.Tags
        .OrderBy(history => history.Tag, StringComparer.Ordinal)
        .Select(history => history.ToNode())
        .ToArray();
}
