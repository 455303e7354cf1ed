using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of Jobs: how many pods must succeed, and the selector that the server makes.</summary>
internal sealed class JobRules() : WorkloadRules("spec", "template", "spec")
{
    private const string UidLabel = "batch.kubernetes.io/controller-uid";
    private const string NameLabel = "batch.kubernetes.io/job-name";

    private const int BackoffLimit = 6;

    // Jobs in the template of a cron job have their defaults when they are created.
    public override void SetDefaults(JsonObject value)
    {
        base.SetDefaults(value);
        var spec = value.GetOrAddObject("spec");
        spec.SetMissing("backoffLimit", BackoffLimit);
        spec.SetMissing("completionMode", "NonIndexed");
        spec.SetMissing("suspend", false);
        spec.SetMissing("podReplacementPolicy", "TerminatingOrFailed");
        if (spec["completions"] is null && spec["parallelism"] is null)
        {
            spec["completions"] = 1;
        }

        spec.SetMissing("parallelism", 1);
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
        labels[UidLabel] = uid;
        labels[NameLabel] = value.FindText("metadata", "name") ?? "";
    }
}
