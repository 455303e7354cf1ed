using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Lifecycle;

namespace ImageStreams.Conformance.Suites;

/// <summary>A stream after the API server has created or updated it.</summary>
internal sealed class StrategySuite : ISuite
{
    public string Name => "strategy";

    public JsonComparison Comparison => JsonComparison.ApiObjects;

    public JsonNode? Answer(string operation, JsonElement input)
    {
        var context = StrategyWorld.ReadContext(input.GetProperty("config"));
        return operation switch
        {
            "create" => Answer(StreamLifecycle.Create(Stream(input), context)),
            "createInternal" => Answer(StreamLifecycle.CreateWithStatus(Stream(input), context)),
            "update" => Answer(StreamLifecycle.Update(New(input), Old(input), context)),
            "updateInternal" => Answer(StreamLifecycle.UpdateWithStatus(New(input), Old(input), context)),
            "updateStatus" => Answer(StreamLifecycle.UpdateStatus(New(input), Old(input), context)),
            "tagsChanged" => AnswerAlone(
                StreamLifecycle.ApplyTags(New(input), input.Find<ImageStream>("old"), context)),
            "decorate" => new JsonObject { ["stream"] = StreamLifecycle.Decorate(Stream(input), context).ToNode() },
            _ => throw new NotSupportedException($"no operation {operation}"),
        };
    }

    private static ImageStream Stream(JsonElement input) => input.Get<ImageStream>("stream");

    private static ImageStream New(JsonElement input) => input.Get<ImageStream>("new");

    private static ImageStream Old(JsonElement input) => input.Get<ImageStream>("old");

    private static JsonObject Answer(StreamChangeResult change)
    {
        var answer = AnswerAlone(change);
        answer["accessReviews"] = change.AccessReviews
            .Select(stream => $"get imagestreams/layers image.openshift.io in {stream.Namespace}: {stream.Name}")
            .Order(StringComparer.Ordinal)
            .Select(review => (JsonNode?)review)
            .ToArray();
        return answer;
    }

    private static JsonObject AnswerAlone(StreamChangeResult change) => change switch
    {
        StreamChangeResult.Accepted accepted => new() { ["stream"] = accepted.Stream.ToNode() },
        StreamChangeResult.Rejected rejected => new() { ["errors"] = FieldErrors.ToNode(rejected.Errors) },
        _ => throw new NotSupportedException($"no answer for {change}"),
    };
}
