using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Controllers;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Conformance.Suites;

/// <summary>The tags that a deployment configuration listens to, and the configuration after their evaluation.</summary>
internal sealed class TriggerDeploymentConfigSuite : ISuite
{
    public string Name => "trigger-deploymentconfig";

    public JsonComparison Comparison => JsonComparison.ApiObjects;

    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "calculateTriggers" => new JsonObject
        {
            ["triggers"] = DeploymentConfigTriggers.ListAsIs(input.Get<DeploymentConfig>("deploymentConfig")).ToNodes(),
        },
        "updateImages" or "updateImagesFromTags" => Update(input),
        "index" => Index(input.Find<DeploymentConfig>("new"), input.Find<DeploymentConfig>("old"), input.Text("prefix")),
        _ => throw new NotSupportedException($"no operation {operation}"),
    };

    private static JsonObject Update(JsonElement input)
    {
        var update = DeploymentConfigTriggers.EvaluateAsIs(input.Get<DeploymentConfig>("deploymentConfig"), TagTable.Read(input));
        return new JsonObject
        {
            ["updated"] = (update as DeploymentConfigTriggerResult.Changed)?.DeploymentConfig.ToNode(),
            ["resolvable"] = update is not DeploymentConfigTriggerResult.Unresolvable,
        };
    }

    private static JsonObject Index(DeploymentConfig? current, DeploymentConfig? former, string prefix) =>
        TriggerJson.Index(TriggerIndex.Find((current ?? former)!, prefix, isAsIs: true), TriggerIndex.Compare(current, former, isAsIs: true));
}
