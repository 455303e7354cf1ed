using System.Text.Json.Nodes;
using ImageStreams.Validation;

namespace ImageStreams.AspNetCore;

/// <summary>The rules of resource quotas: quantities that are not negative.</summary>
internal sealed class QuotaRules : KindRules
{
    private static readonly string[][] Quantities = [["spec", "hard"], ["status", "hard"], ["status", "used"]];

    public override void SetDefaults(JsonObject value)
    {
        foreach (var quantities in Quantities.Select(path => value.FindObject(path)).OfType<JsonObject>())
        {
            QuantityText.Normalize(quantities);
        }
    }

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old) => Quantities.SelectMany(path =>
        value.FindObject(path) is { } quantities ? ValidateQuantities(string.Join('.', path), quantities) : []);

    /// <summary>Finds the errors of quantities.</summary>
    public static IEnumerable<FieldError> ValidateQuantities(string path, JsonObject quantities) => quantities
        .Where(static one => QuantityText.Parse(one.Value) is null or < 0)
        .Select(one => Invalid(
            $"{path}[{one.Key}]",
            one.Value?.ToJsonString(),
            $"Invalid value: {one.Value?.ToJsonString() ?? "null"}: must be a quantity that is not negative, such as 10 or 1Gi"));
}
