using System.Globalization;

namespace ImageStreams.Validation;

/// <summary>Validates how many pods a rolling deployment may take away and add at once.</summary>
internal static class RollingLimitRules
{
    /// <summary>Checks both limits, with the defaults of a server.</summary>
    public static void Check(FieldNode rolling, FieldErrors errors)
    {
        var unavailable = rolling["maxUnavailable"];
        var surge = rolling["maxSurge"];
        CheckForm(unavailable, errors);
        CheckForm(surge, errors);
        if (unavailable.Exists && surge.Exists && Count(unavailable) == 0 && Count(surge) == 0)
        {
            errors.Invalid(unavailable.Path, Describe(unavailable),
                "maxUnavailable and maxSurge are both 0, so that nothing could be replaced: raise one of them.");
        }

        if (IsPercentage(unavailable) && Count(unavailable) > 100)
        {
            errors.Invalid(unavailable.Path, unavailable.Text, $"{NameTexts.Excerpt(unavailable.Text)} is more than all pods: use at most 100%.");
        }
    }

    private static void CheckForm(FieldNode limit, FieldErrors errors)
    {
        if (limit.IsString && !IsPercentage(limit))
        {
            errors.Invalid(limit.Path, limit.Text,
                $"'{NameTexts.Excerpt(limit.Text)}' is neither a number nor a percentage: write 5 or 5%.");
        }
        else
        {
            errors.CheckNotNegative(limit);
        }
    }

    private static bool IsPercentage(FieldNode limit) => limit.IsString && limit.Text is [_, .., '%'] text
        && text.AsSpan(0, text.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Counts pods or percents; a text that is no percentage counts as zero, as on the server.</summary>
    private static long Count(FieldNode limit)
    {
        if (!IsPercentage(limit))
        {
            return limit.Number ?? 0;
        }

        var digits = limit.Text.AsSpan(0, limit.Text.Length - 1);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var percents) ? percents : long.MaxValue;
    }

    private static object? Describe(FieldNode limit) => limit.IsString ? limit.Text : limit.Number;
}
