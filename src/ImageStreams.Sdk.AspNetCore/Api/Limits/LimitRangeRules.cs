using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.Validation;

namespace ImageStreams.AspNetCore;

/// <summary>The rules of limit ranges: quantities, and one item for each type.</summary>
internal sealed class LimitRangeRules : KindRules
{
    private static readonly string[] Quantities = ["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"];

    public override void SetDefaults(JsonObject value)
    {
        foreach (var quantities in value.FindItems("spec", "limits").SelectMany(FindQuantities))
        {
            QuantityText.Normalize(quantities.Values);
        }
    }

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, item) in value.FindItems("spec", "limits").Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"spec.limits[{index}]");
            var type = item.FindText("type") ?? "";
            if (type.Length == 0)
            {
                yield return Required($"{path}.type", "Required value");
            }
            else if (!types.Add(type))
            {
                yield return Invalid($"{path}.type", type, $"Duplicate value: {AccessText.Quote(type)}");
            }

            foreach (var error in FindQuantities(item).SelectMany(one => QuotaRules.ValidateQuantities($"{path}.{one.Name}", one.Values)))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<(string Name, JsonObject Values)> FindQuantities(JsonObject item) => Quantities
        .Select(name => (Name: name, Values: item.FindObject(name)))
        .Where(static one => one.Values is not null)
        .Select(static one => (one.Name, one.Values!));
}
