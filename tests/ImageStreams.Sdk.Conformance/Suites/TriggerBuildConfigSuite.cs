using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Triggers;

namespace ImageStreams.Conformance.Suites;

/// <summary>The tags that a build configuration listens to, and whether a build must start.</summary>
internal sealed class TriggerBuildConfigSuite : ISuite
{
    public string Name => "trigger-buildconfig";

    public JsonComparison Comparison => JsonComparison.ApiObjects;

    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "calculateTriggers" => new JsonObject
        {
            ["triggers"] = BuildTriggers.ListAsIs(input.Get<BuildConfig>("buildConfig")).ToNodes(),
        },
        "imageChanged" or "imageChangedFromTags" => Changed(input),
        "index" => Index(input.Find<BuildConfig>("new"), input.Find<BuildConfig>("old"), input.Text("prefix")),
        _ => throw new NotSupportedException($"no operation {operation}"),
    };

    private static JsonObject Changed(JsonElement input)
    {
        var result = BuildTriggers.EvaluateAsIs(input.Get<BuildConfig>("buildConfig"), TagTable.Read(input));
        return result is BuildTriggerResult.BuildRequired build
            ? new JsonObject { ["request"] = build.Request.ToNode(), ["namespace"] = build.Request.Metadata.Namespace }
            : new JsonObject { ["request"] = null };
    }

    private static JsonObject Index(BuildConfig? current, BuildConfig? former, string prefix) =>
        TriggerJson.Index(TriggerIndex.Find((current ?? former)!, prefix, isAsIs: true), TriggerIndex.Compare(current, former, isAsIs: true));
}
