using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Serialization;
using ImageStreams.Validation;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of deployment configurations.</summary>
internal sealed class DeploymentConfigRules() : WorkloadRules("spec", "template", "spec")
{
    private const int DefaultHistoryLimit = 10;

    private static readonly ImageStreamJsonOptions OfAnyVersion = new() { CheckKind = false };

    public override void SetDefaults(JsonObject value)
    {
        base.SetDefaults(value);
        var spec = value.GetOrAddObject("spec");
        var json = (JsonObject)JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(Read(value).WithDefaults()))!;
        spec.CopyFrom(json.GetOrAddObject("spec"), "triggers");
        SetStrategy(spec.GetOrAddObject("strategy"));
    }

    public override void PrepareForCreate(JsonObject value)
    {
        value.GetOrAddObject("spec").SetMissing("revisionHistoryLimit", DefaultHistoryLimit);
        foreach (var trigger in value.FindItems("spec", "triggers"))
        {
            trigger.FindObject("imageChangeParams")?.Remove("lastTriggeredImage");
        }
    }

    // Who rolls back asks for the next version in the status, and for nothing else there.
    public override void RestoreStatus(JsonObject value, JsonObject old)
    {
        var next = (old.FindNumber("status", "latestVersion") ?? 0) + 1;
        var isWanted = value.FindNumber("status", "latestVersion") == next;
        base.RestoreStatus(value, old);
        if (isWanted)
        {
            value.GetOrAddObject("status")["latestVersion"] = next;
            value.GetOrAddObject("metadata")["generation"] = (old.FindNumber("metadata", "generation") ?? 0) + 1;
        }
    }

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old) =>
        base.Validate(value, old).OrderBy(GetPlace);

    // The server looks at triggers first, then at the pods, and then at the selector.
    private static int GetPlace(FieldError error) => error.Field switch
    {
        _ when error.Field.StartsWith("spec.triggers", StringComparison.Ordinal) => 0,
        _ when error.Field.StartsWith("spec.template.spec", StringComparison.Ordinal) => 1,
        _ => 2,
    };

    private static void SetStrategy(JsonObject strategy)
    {
        strategy.SetMissing("type", "Rolling");
        if (strategy.FindText("type") == "Recreate")
        {
            strategy.GetOrAddObject("recreateParams");
        }
        else if (strategy.FindText("type") == "Rolling")
        {
            SetLimits(strategy.GetOrAddObject("rollingParams"));
        }
    }

    // When one of the limits is set, the other is 0.
    private static void SetLimits(JsonObject rolling)
    {
        var isUnset = rolling["maxUnavailable"] is null && rolling["maxSurge"] is null;
        JsonNode missing = isUnset ? "25%" : 0;
        rolling.SetMissing("maxUnavailable", missing.DeepClone());
        rolling.SetMissing("maxSurge", missing);
    }

    private static DeploymentConfig Read(JsonObject value) =>
        ImageStreamJson.Deserialize<DeploymentConfig>(value.ToJsonString(), OfAnyVersion);
}
