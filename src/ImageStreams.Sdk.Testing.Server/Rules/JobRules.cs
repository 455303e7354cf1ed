using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of Jobs: how many pods must succeed, and the selector that the server makes.</summary>
internal sealed class JobRules() : WorkloadRules("spec", "template", "spec")
{
    private const string UidLabel = "batch.kubernetes.io/controller-uid";
    private const int BackoffLimit = 6;

    // Each label has a former name, too.
    private static readonly string[] UidLabels = [UidLabel, "controller-uid"];
    private static readonly string[] NameLabels = ["batch.kubernetes.io/job-name", "job-name"];

    // Jobs in the template of a cron job have their defaults when they are created.
    public override void SetDefaults(JsonObject value)
    {
        base.SetDefaults(value);
        var spec = value.GetOrAddObject("spec");
        spec.SetMissing("manualSelector", false);
        spec.SetMissing("backoffLimit", BackoffLimit);
        spec.SetMissing("completionMode", "NonIndexed");
        spec.SetMissing("suspend", false);
        spec.SetMissing("podReplacementPolicy", "TerminatingOrFailed");
        if (spec["completions"] is null && spec["parallelism"] is null)
        {
            spec["completions"] = 1;
        }

        spec.SetMissing("parallelism", 1);
        SetLabels(value);
    }

    public override void PrepareForCreate(JsonObject value)
    {
        if (value.IsTrue("spec", "manualSelector"))
        {
            return;
        }

        var uid = value.FindText("metadata", "uid") ?? "";
        var spec = value.GetOrAddObject("spec");
        spec["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { [UidLabel] = uid } };
        var labels = spec.GetOrAddObject("template").GetOrAddObject("metadata").GetOrAddObject("labels");
        var metadata = value.GetOrAddObject("metadata");
        var hasSame = JsonNode.DeepEquals(metadata.GetOrAddObject("labels"), labels);
        Array.ForEach(UidLabels, label => labels[label] = uid);
        Array.ForEach(NameLabels, label => labels[label] = value.FindText("metadata", "name") ?? "");
        if (hasSame)
        {
            metadata.CopyFrom(spec.GetOrAddObject("template").GetOrAddObject("metadata"), "labels");
        }
    }

    // A job without labels has those of its pods.
    private static void SetLabels(JsonObject value)
    {
        if (value.FindObject("spec", "template", "metadata", "labels") is { Count: > 0 } labels)
        {
            value.GetOrAddObject("metadata").SetMissing("labels", labels.DeepClone());
        }
    }
}
