using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of pods themselves: what the server's admission gives them, and the status before a node runs them.</summary>
internal sealed class PodRules() : WorkloadRules("spec")
{
    private const int TolerationSeconds = 300;

    private static readonly string[] Admitted = ["tolerations", "priority", "preemptionPolicy"];
    private static readonly string[] Troubles = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"];

    public override void SetDefaults(JsonObject value)
    {
        base.SetDefaults(value);
        value.GetOrAddObject("spec").SetMissing("enableServiceLinks", true);
    }

    public override void PrepareForCreate(JsonObject value)
    {
        var spec = value.GetOrAddObject("spec");
        spec.SetMissing("priority", 0);
        spec.SetMissing("preemptionPolicy", "PreemptLowerPriority");
        Tolerate(spec);
        var status = value.GetOrAddObject("status");
        status.SetMissing("phase", "Pending");
        status.SetMissing("qosClass", PodQuality.Choose(value));
    }

    public override void PrepareForUpdate(JsonObject value, JsonObject old)
    {
        var spec = value.GetOrAddObject("spec");
        foreach (var field in Admitted)
        {
            if (spec[field] is null && old.Find("spec", field) is { } before)
            {
                spec[field] = before.DeepClone();
            }
        }
    }

    /// <summary>Lets a pod stay on a node in trouble for a while, unless it says for how long itself.</summary>
    private static void Tolerate(JsonObject spec)
    {
        var tolerations = spec["tolerations"] as JsonArray ?? [];
        foreach (var trouble in Troubles.Where(trouble => !tolerations.OfType<JsonObject>().Any(one => Tolerates(one, trouble))).ToList())
        {
            tolerations.Add((JsonNode)new JsonObject
            {
                ["key"] = trouble,
                ["operator"] = "Exists",
                ["effect"] = "NoExecute",
                ["tolerationSeconds"] = TolerationSeconds,
            });
        }

        if (tolerations.Parent is null)
        {
            spec["tolerations"] = tolerations;
        }
    }

    // No key is any key, and no effect is any effect.
    private static bool Tolerates(JsonObject toleration, string trouble) =>
        (toleration.FindText("key") ?? "") is var key && (key.Length == 0 || key == trouble)
        && (toleration.FindText("effect") ?? "") is "" or "NoExecute";
}
