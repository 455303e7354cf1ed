namespace ImageStreams.Policies;

/// <summary>The errors of a policy that its fields show without being compiled.</summary>
internal static class TagPolicyChecks
{
    private const int MaxParts = 3;

    /// <summary>Creates an error.</summary>
    public static TagPolicyError Refuse(TagPolicyFailure failure, string field, string message) =>
        new() { Failure = failure, Field = field, Message = message };

    /// <summary>Finds the first error; null without any.</summary>
    public static TagPolicyError? Find(TagPolicy policy) =>
        FindUnknownWord(policy) ?? FindWrongOrder(policy) ?? FindWrongValue(policy);

    private static TagPolicyError? FindUnknownWord(TagPolicy policy)
    {
        (string Field, bool IsKnown)[] words =
        [
            ("dialect", Enum.IsDefined(policy.Dialect)),
            ("order", Enum.IsDefined(policy.Order)),
            ("pick", Enum.IsDefined(policy.Pick)),
            ("prerelease", Enum.IsDefined(policy.PreRelease)),
            ("step", Enum.IsDefined(policy.Step)),
            ("onBadValue", Enum.IsDefined(policy.OnBadValue)),
        ];
        var wrong = Array.Find(words, word => !word.IsKnown).Field;
        return wrong is null ? null : Refuse(TagPolicyFailure.InvalidValue, wrong, "This is none of the values of the field.");
    }

    private static TagPolicyError? FindWrongOrder(TagPolicy policy)
    {
        if (policy.Order != TagPolicyOrder.Digest && policy.Tag is not null)
        {
            return NotApplicable("tag", "Only the order digest takes a tag.");
        }

        if (policy.Order == TagPolicyOrder.SemVer)
        {
            return null;
        }

        if (policy.Range is not null)
        {
            return NotApplicable("range", "Only the order semver takes a range.");
        }

        if (policy.Step != TagPolicyStep.Any)
        {
            return NotApplicable("step", "Only the order semver has steps.");
        }

        return policy.PreRelease == TagPolicyPreRelease.Range ? null
            : NotApplicable("prerelease", "Only the order semver has pre-releases.");
    }

    private static TagPolicyError? FindWrongValue(TagPolicy policy)
    {
        if (policy.Parts is < 1 or > MaxParts)
        {
            return Refuse(TagPolicyFailure.InvalidValue, "parts", "A version has 1 to 3 parts.");
        }

        if (policy.MinimumAge is { Ticks: var ticks } && (ticks < 0 || ticks % TimeSpan.TicksPerMillisecond != 0))
        {
            return Refuse(TagPolicyFailure.InvalidValue, "minimumAge", "An age is not negative, and a number of whole milliseconds.");
        }

        if (policy.OnBadValue == TagPolicyBadValue.Last && policy.Dialect != TagPolicyDialect.Keel)
        {
            return NotApplicable("onBadValue", "Only the dialect keel takes last.");
        }

        var hasExpression = policy.Include.Any(pattern => !pattern.StartsWith(TagPattern.GlobPrefix, StringComparison.Ordinal));
        return string.IsNullOrEmpty(policy.Extract) || hasExpression
            ? null
            : NotApplicable("extract", "There is no regular expression in include whose groups could be extracted.");
    }

    private static TagPolicyError NotApplicable(string field, string message) =>
        Refuse(TagPolicyFailure.NotApplicable, field, message);
}
