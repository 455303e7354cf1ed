using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Controllers;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Conformance.Suites;

/// <summary>The triggers in a workload's annotation, and the workload after their evaluation.</summary>
internal sealed class TriggerAnnotationSuite : ISuite
{
    public string Name => "trigger-annotation";

    public JsonComparison Comparison => JsonComparison.ApiObjects;

    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "tagRetriever" => Tag(input),
        "calculateTriggers" => Triggers(Annotated(input), input.Text("prefix")),
        "updateObjectFromImages" or "updateObjectFromTags" => Update(input),
        "index" => Index(Find(input, "new"), Find(input, "old"), input.Text("prefix")),
        _ => throw new NotSupportedException($"no operation {operation}"),
    };

    private static JsonObject Tag(JsonElement input)
    {
        var tag = TagTable.Read(input).Find(input.Text("namespace"), input.Text("name"));
        return new JsonObject
        {
            ["ref"] = tag.PullSpec ?? "",
            ["resourceVersion"] = tag.ResourceVersion,
            ["ok"] = tag.PullSpec is not null,
        };
    }

    private static JsonObject Triggers(Workload workload, string prefix)
    {
        var answer = Caught(() => new JsonObject { ["triggers"] = WorkloadTriggers.List(workload).ToNodes() });
        answer["key"] = TriggerIndex.GetKey(workload, prefix);
        answer["namespace"] = workload.Namespace;
        return answer;
    }

    private static JsonObject Update(JsonElement input) => Find(input, "object") is { } workload
        ? WorkloadTriggers.Evaluate(workload, TagTable.Read(input)) switch
        {
            WorkloadTriggerResult.Changed updated => new JsonObject { ["updated"] = JsonNode.Parse(updated.Workload.Utf8) },
            WorkloadTriggerResult.Invalid failed => Errors.OfKind(JsonNamingPolicy.CamelCase.ConvertName(failed.Reason.ToString())),
            _ => new JsonObject { ["updated"] = null },
        }
        : Errors.OfKind("unsupportedObject");

    private static JsonObject Index(Workload? current, Workload? former, string prefix) => Caught(() =>
        TriggerJson.Index(TriggerIndex.Find((current ?? former)!, prefix), TriggerIndex.Compare(current, former)));

    /// <summary>A workload that has nothing but a name and annotations.</summary>
    private static Workload Annotated(JsonElement input)
    {
        var metadata = new JsonObject
        {
            ["name"] = input.Text("name"),
            ["namespace"] = input.Text("namespace"),
            ["annotations"] = JsonNode.Parse(input.GetProperty("annotations").GetRawText()),
        };
        return Workload.Parse(new JsonObject { ["kind"] = "Pod", ["metadata"] = metadata }.ToJsonString());
    }

    private static Workload? Find(JsonElement input, string name) =>
        Workload.TryParse(input.GetProperty(name).GetRawText(), out var workload) ? workload : null;

    private static JsonObject Caught(Func<JsonObject> answer)
    {
        try
        {
            return answer();
        }
        catch (TriggerAnnotationException e)
        {
            return Errors.OfKind(e.Reason == TriggerAnnotationFailure.DuplicateField ? "duplicateTriggers" : "invalidAnnotation");
        }
    }
}
