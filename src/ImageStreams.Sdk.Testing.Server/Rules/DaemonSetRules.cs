using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of DaemonSets: beside those of other workloads, an annotation counts the changes of the pod template.</summary>
internal sealed class DaemonSetRules() : UpdatedWorkloadRules(("maxUnavailable", 1), ("maxSurge", 0))
{
    private const string Generation = "deprecated.daemonset.template.generation";

    // It belongs to whoever creates the object, before the server knows the number.
    public override void SetDefaults(JsonObject value)
    {
        base.SetDefaults(value);
        Annotations(value).SetMissing(Generation, "0");
    }

    public override void PrepareForCreate(JsonObject value) => Annotations(value)[Generation] = "1";

    public override void PrepareForUpdate(JsonObject value, JsonObject old)
    {
        var isChanged = !JsonNode.DeepEquals(value.Find("spec", "template"), old.Find("spec", "template"));
        var number = Read(old) + (isChanged ? 1 : 0);
        Annotations(value)[Generation] = number.ToString(CultureInfo.InvariantCulture);
    }

    private static JsonObject Annotations(JsonObject value) => value.GetOrAddObject("metadata").GetOrAddObject("annotations");

    private static long Read(JsonObject value) => long.TryParse(
        value.FindText("metadata", "annotations", Generation), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : 0;
}
