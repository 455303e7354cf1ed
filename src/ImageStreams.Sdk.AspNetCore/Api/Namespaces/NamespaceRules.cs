using System.Text.Json.Nodes;
using ImageStreams.Validation;

namespace ImageStreams.AspNetCore;

/// <summary>The rules of namespaces: their names, the label with the name, and what belongs to the server.</summary>
internal sealed class NamespaceRules : KindRules
{
    private const string Active = "Active";
    private const string Terminating = "Terminating";
    private const string Finalizer = "kubernetes";

    public override FieldError? ValidateName(string name) =>
        NamespaceNames.IsValid(name) ? null : Invalid("metadata.name", name, NamespaceErrors.DescribeInvalidName(name));

    public override void SetDefaults(JsonObject value)
    {
        var name = value.FindText("metadata", "name");
        if (!string.IsNullOrEmpty(name))
        {
            value.GetOrAddObject("metadata").GetOrAddObject("labels")[NamespaceDocuments.NameLabel] = name;
        }
    }

    public override void PrepareForCreate(JsonObject value)
    {
        var spec = value.GetOrAddObject("spec");
        var finalizers = (spec["finalizers"] as JsonArray ?? []).Select(static one => one?.GetValue<string>() ?? "");
        spec["finalizers"] = DiscoveryJson.WriteTexts(finalizers.Append(Finalizer).Distinct(StringComparer.Ordinal));
        value["status"] = new JsonObject { ["phase"] = Active };
    }

    /// <summary>Keeps the finalizers, which only the server takes away.</summary>
    public override void PrepareForUpdate(JsonObject value, JsonObject old) => value.CopyFrom(old, "spec");

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old)
    {
        var expected = value.FindText("metadata", "deletionTimestamp") is null ? Active : Terminating;
        var phase = value.FindText("status", "phase") ?? "";
        if (phase != expected)
        {
            var presence = expected == Active ? "empty" : "not empty";
            yield return Invalid(
                "status.phase",
                phase,
                $"Invalid value: {AccessText.Quote(phase)}: may only be '{expected}' if `deletionTimestamp` is {presence}");
        }
    }
}
