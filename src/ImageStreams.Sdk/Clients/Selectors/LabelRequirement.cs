using System.Globalization;
using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>One requirement of a label selector.</summary>
internal sealed class LabelRequirement(string key, LabelOperator comparison, HashSet<string> values, long bound = 0)
{
    public bool IsMet(ValueMap<string> labels)
    {
        var value = labels.TryGetValue(key, out var found) ? found : null;
        return comparison switch
        {
            LabelOperator.Exists => value is not null,
            LabelOperator.DoesNotExist => value is null,
            LabelOperator.In => value is not null && values.Contains(value),
            LabelOperator.NotIn => value is null || !values.Contains(value),
            LabelOperator.GreaterThan => TryReadInteger(value, out var number) && number > bound,
            _ => TryReadInteger(value, out var number) && number < bound,
        };
    }

    /// <summary>Parses an integer: digits after an optional sign.</summary>
    public static bool TryReadInteger(string? text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
