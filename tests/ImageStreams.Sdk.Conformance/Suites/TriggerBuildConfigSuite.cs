using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Triggers;

namespace ImageStreams.Conformance.Suites;

/// <summary>Which tags a build configuration listens to, and whether a build must start.</summary>
internal sealed class TriggerBuildConfigSuite : ISuite
{
    public string Name => "trigger-buildconfig";

    public JsonComparison Comparison => JsonComparison.ApiObjects;

    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "calculateTriggers" => new JsonObject
        {
            ["triggers"] = BuildTriggers.List(input.Get<BuildConfig>("buildConfig")).Select(SuiteJson.ToNode).ToArray(),
        },
        "imageChanged" or "imageChangedFromTags" => Changed(input),
        "index" => Index(input.Find<BuildConfig>("new"), input.Find<BuildConfig>("old"), input.Text("prefix")),
        _ => throw new NotSupportedException($"no operation {operation}"),
    };

    private static JsonObject Changed(JsonElement input)
    {
        var decision = BuildTriggers.Decide(input.Get<BuildConfig>("buildConfig"), TagTable.Of(input));
        return decision is BuildDecision.Build build
            ? new JsonObject { ["request"] = build.Request.ToNode(), ["namespace"] = build.Request.Metadata.Namespace }
            : new JsonObject { ["request"] = null };
    }

    private static JsonObject Index(BuildConfig? current, BuildConfig? former, string prefix)
    {
        var entry = TriggerIndex.Find((current ?? former)!, prefix);
        var change = TriggerIndex.Compare(current, former);
        return new JsonObject
        {
            ["key"] = entry?.Key ?? "",
            ["change"] = change == TriggerChange.None ? "" : change.ToString(),
            ["entry"] = entry is null ? null : new JsonObject
            {
                ["key"] = entry.Key,
                ["namespace"] = entry.Namespace,
                ["triggers"] = entry.Triggers.Select(SuiteJson.ToNode).ToArray(),
                ["imageStreams"] = entry.ImageStreams.Select(name => (JsonNode?)name).ToArray(),
            },
        };
    }
}
