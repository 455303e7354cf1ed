using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of Deployments: their strategy and their selector.</summary>
internal sealed class DeploymentRules() : WorkloadRules("spec", "template", "spec")
{
    public override void SetDefaults(JsonObject value)
    {
        base.SetDefaults(value);
        var strategy = value.GetOrAddObject("spec").GetOrAddObject("strategy");
        strategy.SetMissing("type", "RollingUpdate");
        if (strategy.FindText("type") is "RollingUpdate" or "")
        {
            strategy["type"] = "RollingUpdate";
            var rolling = strategy.GetOrAddObject("rollingUpdate");
            rolling.SetMissing("maxUnavailable", "25%");
            rolling.SetMissing("maxSurge", "25%");
        }
    }

    // The annotations of a Deployment are a part of what is rolled out.
    public override bool ChangesGeneration(JsonObject value, JsonObject old) => base.ChangesGeneration(value, old)
        || !JsonNode.DeepEquals(value.Find("metadata", "annotations"), old.Find("metadata", "annotations"));

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old) =>
        [.. AddLabels(base.Validate(value, old), value), .. ValidateStrategy(value), .. ValidateSelector(value, old)];

    // No selector selects no labels at all, which is an error of its own.
    private static IEnumerable<FieldError> AddLabels(IEnumerable<FieldError> errors, JsonObject value)
    {
        foreach (var error in errors)
        {
            yield return error;
            if (error is { Field: "spec.selector", Type: FieldErrorType.Required } && value.Find("spec", "selector") is null)
            {
                yield return Invalid("spec.template.metadata.labels", null, "`selector` does not match template `labels`");
            }
        }
    }

    private static IEnumerable<FieldError> ValidateStrategy(JsonObject value)
    {
        var strategy = value.FindObject("spec", "strategy");
        if (strategy?.FindText("type") == "Recreate" && strategy["rollingUpdate"] is not null)
        {
            yield return Forbidden(
                "spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'");
        }
    }
}
