using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Resolution;

namespace ImageStreams.Conformance.Suites;

/// <summary>The targets of the spec tags of a stream.</summary>
internal sealed class FollowSuite : ISuite
{
    public string Name => "follow";

    public JsonComparison Comparison => JsonComparison.ApiObjects;

    public JsonNode? Answer(string operation, JsonElement input)
    {
        var path = TagResolver.Follow(input.Get<ImageStream>("stream"), input.Text("tag"));
        var answer = new JsonObject { ["tag"] = path.Last.Tag, ["multiple"] = path.Hops.Count > 1 };
        var error = path.End switch
        {
            TagPathEnd.NoSuchTag => "notFound",
            TagPathEnd.Circular => "circular",
            TagPathEnd.CrossStream => "crossStream",
            _ => null,
        };
        answer[error is null ? "ref" : "error"] =
            error is null ? path.Last.Reference.ToNode() : new JsonObject { ["kind"] = error };
        return answer;
    }
}
