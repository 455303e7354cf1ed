namespace ImageStreams.Policies;

/// <summary>A policy whose texts are compiled.</summary>
internal sealed record TagPolicyPlan
{
    /// <summary>The policy.</summary>
    public required TagPolicy Policy { get; init; }

    /// <summary>The rules of its dialect.</summary>
    public required DialectRules Rules { get; init; }

    /// <summary>The range; null when the order is not by version, or when <see cref="RangeError"/> is set.</summary>
    public VersionRange? Range { get; init; }

    /// <summary>The error of a range that counts only where there is a version.</summary>
    public TagPolicyError? RangeError { get; init; }

    /// <summary>The patterns that all must match.</summary>
    public required IReadOnlyList<TagPattern> Include { get; init; }

    /// <summary>The patterns none of which may match.</summary>
    public required IReadOnlyList<TagPattern> Exclude { get; init; }

    /// <summary>The text to order; null for the tag itself.</summary>
    public ExtractTemplate? Extract { get; init; }

    /// <summary>Compiles a policy; null with its first error when it has one.</summary>
    public static TagPolicyPlan? Create(TagPolicy policy, out TagPolicyError? error)
    {
        error = TagPolicyChecks.Find(policy);
        return error is null ? Compile(policy, DialectRules.Get(policy.Dialect), out error) : null;
    }

    private static TagPolicyPlan? Compile(TagPolicy policy, DialectRules rules, out TagPolicyError? error)
    {
        var range = ReadRange(policy, rules, out var rangeError);
        var patterns = new TagPatternReader(rules.GlobTakesQuestionMarks);
        var include = patterns.Read("include", policy.Include);
        var exclude = patterns.Read("exclude", policy.Exclude ?? (rules.HidesAttachments ? TagPatternReader.Attachments : []));
        error = rangeError is null || rules.ReadsRangeLate ? patterns.Error : rangeError;
        if (error is not null)
        {
            return null;
        }

        return new TagPolicyPlan
        {
            Policy = policy,
            Rules = rules,
            Range = range,
            RangeError = rangeError,
            Include = include,
            Exclude = exclude,
            Extract = string.IsNullOrEmpty(policy.Extract) ? null : ExtractTemplate.Read(policy.Extract),
        };
    }

    private static VersionRange? ReadRange(TagPolicy policy, DialectRules rules, out TagPolicyError? error)
    {
        error = null;
        if (policy.Order != TagPolicyOrder.SemVer)
        {
            return null;
        }

        var isAll = policy.Range is null || (policy.Range.Length == 0 && rules.EmptyRangeIsAll);
        var text = isAll ? "*" : policy.Range!;
        var range = VersionRange.Read(text, rules.Versions);
        if (range is null)
        {
            error = TagPolicyChecks.Refuse(
                TagPolicyFailure.InvalidRange, "range", "This is no range of versions, such as ^1.2, >=1.2 <3 or 1.x || 2.x.");
        }

        return range;
    }
}
