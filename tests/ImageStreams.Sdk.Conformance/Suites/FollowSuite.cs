using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Resolution;

namespace ImageStreams.Conformance.Suites;

/// <summary>Where the wishes of a stream's tags lead.</summary>
internal sealed class FollowSuite : ISuite
{
    public string Name => "follow";

    public JsonComparison Comparison => JsonComparison.ApiObjects;

    public JsonNode? Answer(string operation, JsonElement input)
    {
        var way = TagResolver.Follow(input.Get<ImageStream>("stream"), input.Text("tag"));
        var answer = new JsonObject { ["tag"] = way.Last.Tag, ["multiple"] = way.Path.Count > 1 };
        var error = way.End switch
        {
            TagWayEnd.NoSuchTag => "notFound",
            TagWayEnd.Circular => "circular",
            TagWayEnd.CrossStream => "crossStream",
            _ => null,
        };
        answer[error is null ? "ref" : "error"] =
            error is null ? way.Last.Wish.ToNode() : new JsonObject { ["kind"] = error };
        return answer;
    }
}
