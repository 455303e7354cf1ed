using System.Text.Json.Nodes;
using ImageStreams.Validation;

namespace ImageStreams.AspNetCore;

/// <summary>The rules of namespaces: their names, the label with the name, and what belongs to the server.</summary>
internal sealed class NamespaceRules : KindRules
{
    /// <summary>The subresource by which the finalizers in <c>spec</c> are replaced.</summary>
    public const string Finalize = "finalize";

    /// <summary>The finalizer of the server, which goes when the namespace is empty.</summary>
    public const string Finalizer = "kubernetes";

    private const string Active = "Active";
    private const string Terminating = "Terminating";

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
        spec["finalizers"] = DiscoveryJson.WriteTexts(NamespaceDocuments.GetFinalizers(value).Append(Finalizer).Distinct(StringComparer.Ordinal));
        value["status"] = new JsonObject { ["phase"] = Active };
    }

    /// <summary>Keeps the finalizers, which only the server takes away.</summary>
    public override void PrepareForUpdate(JsonObject value, JsonObject old) => value.CopyFrom(old, "spec");

    /// <summary>Takes the finalizers as they are sent.</summary>
    public override void PrepareForFinalize(JsonObject value, JsonObject old) =>
        NamespaceDocuments.SetFinalizers(value, NamespaceDocuments.GetFinalizers(value));

    public override bool IsHeld(JsonObject value) => NamespaceDocuments.GetFinalizers(value).Length > 0;

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old) => ValidatePhase(value).Concat(ValidateFinalizers(value));

    private static IEnumerable<FieldError> ValidateFinalizers(JsonObject value) => NamespaceDocuments.GetFinalizers(value)
        .Where(static finalizer => finalizer != Finalizer && !finalizer.Contains('/', StringComparison.Ordinal))
        .Select(static finalizer => Invalid(
            "spec.finalizers",
            finalizer,
            $"Invalid value: {AccessText.Quote(finalizer)}: name is neither a standard finalizer name nor is it fully qualified"));

    private static IEnumerable<FieldError> ValidatePhase(JsonObject value)
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
