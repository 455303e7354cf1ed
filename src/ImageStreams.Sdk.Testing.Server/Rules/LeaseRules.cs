using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of Leases: numbers that are in range.</summary>
internal sealed class LeaseRules : KindRules
{
    public override void PrepareForCreate(JsonObject value) => DropCoordination(value);

    public override void PrepareForUpdate(JsonObject value, JsonObject old) => DropCoordination(value);

    // Coordinated elections are off by default: their fields are owned by who sets them, and not kept.
    private static void DropCoordination(JsonObject value)
    {
        var spec = value.FindObject("spec");
        spec?.Remove("strategy");
        spec?.Remove("preferredHolder");
    }

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old)
    {
        if (value.FindNumber("spec", "leaseDurationSeconds") is <= 0 and var seconds)
        {
            yield return Invalid("spec.leaseDurationSeconds", seconds, "must be greater than 0");
        }

        if (value.FindNumber("spec", "leaseTransitions") is < 0 and var transitions)
        {
            yield return Invalid("spec.leaseTransitions", transitions, "must be greater than or equal to 0");
        }
    }
}
