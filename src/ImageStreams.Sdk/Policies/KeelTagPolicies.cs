namespace ImageStreams.Policies;

/// <summary>Converts the labels and annotations of Keel.</summary>
public static class KeelTagPolicies
{
    private const string PolicyKey = "keel.sh/policy";
    private const string OldPolicyKey = "keel.observer/policy";
    private const string MatchTagKey = "keel.sh/matchTag";
    private const string OldMatchTagKey = "keel.sh/match-tag";
    private const string MatchPreReleaseKey = "keel.sh/matchPreRelease";

    private static readonly Dictionary<string, string> Unsupported = new(StringComparer.Ordinal)
    {
        ["keel.sh/trigger"] = "The importer looks for new tags by its schedule, or when a webhook tells it to.",
        ["keel.sh/pollSchedule"] = "The schedule of the importer decides how often tags are listed.",
        ["keel.sh/approvals"] = "The gate approval of the tag asks for one approval, whatever the number.",
        ["keel.sh/approvalDeadline"] = "The gate approval of the tag has the field expires.",
        ["keel.sh/notify"] = "Notifications are not part of a rule.",
        ["keel.sh/releaseNotes"] = "Release notes are not part of a rule.",
        ["keel.sh/imagePullSecret"] = "The importer takes the pull secrets of the namespace.",
        ["keel.sh/monitorContainers"] = "The containers are those whose image the trigger of the tag sets.",
        ["keel.sh/initContainers"] = "The containers are those whose image the trigger of the tag sets.",
    };

    /// <summary>Converts the policy of a workload.</summary>
    /// <param name="labels">The labels; they count only where the annotations have no policy.</param>
    /// <param name="annotations">The annotations.</param>
    /// <returns>The policy, one for each image of the workload.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TagPolicyConversion Convert(
        IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string> annotations)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(annotations);
        var settings = annotations.ContainsKey(PolicyKey) || annotations.ContainsKey(OldPolicyKey) ? annotations : labels;
        var policy = Find(settings, PolicyKey, OldPolicyKey);
        if (policy is null)
        {
            return new TagPolicyConversion.NoPolicy { Reason = "There is no keel.sh/policy." };
        }

        var matchesTag = Find(settings, MatchTagKey, OldMatchTagKey) == "true";
        var matchesPreRelease = Find(settings, MatchPreReleaseKey, MatchPreReleaseKey) is null or "true";
        return Convert(policy, matchesTag, matchesPreRelease) with
        {
            Findings = [.. settings.Where(setting => Unsupported.ContainsKey(setting.Key))
                .OrderBy(setting => setting.Key, StringComparer.Ordinal)
                .Select(setting => new TagPolicyFinding { Field = setting.Key, Message = Unsupported[setting.Key] })],
        };
    }

    /// <summary>Converts a policy by its text.</summary>
    /// <param name="policy">The text, such as <c>minor</c> or <c>glob:release-*</c>.</param>
    /// <param name="matchesTag">The option <c>matchTag</c>, which only <c>force</c> has.</param>
    /// <param name="matchesPreRelease">The option <c>matchPreRelease</c>, which <c>all</c> does not have.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    public static TagPolicyConversion Convert(string policy, bool matchesTag, bool matchesPreRelease)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var none = new TagPolicy { Dialect = TagPolicyDialect.Keel };
        var versions = none with { PreRelease = matchesPreRelease ? TagPolicyPreRelease.Same : TagPolicyPreRelease.Include };
        return policy switch
        {
            "all" => Accept(none with { PreRelease = TagPolicyPreRelease.Include }),
            "major" => Accept(versions with { Step = TagPolicyStep.Major }),
            "minor" => Accept(versions with { Step = TagPolicyStep.Minor }),
            "patch" => Accept(versions with { Step = TagPolicyStep.Patch }),
            "force" when matchesTag => Accept(none with { Order = TagPolicyOrder.Digest }) with { IsScheduled = true },
            "force" => Accept(none with { Parts = 1, OnBadValue = TagPolicyBadValue.Last, PreRelease = TagPolicyPreRelease.Include }),
            _ when policy.StartsWith("glob:", StringComparison.Ordinal) => ConvertGlob(none, policy),
            _ when policy.StartsWith("regexp:", StringComparison.Ordinal) => ConvertExpression(none, policy["regexp:".Length..]),
            "" or "never" => Refuse("The policy is never."),
            _ => Refuse("Keel does not know this policy, and never moves the tag."),
        };
    }

    private static TagPolicyConversion ConvertGlob(TagPolicy policy, string glob) => glob.AsSpan().Count(':') == 1
        ? Accept(policy with { Order = TagPolicyOrder.Alphabetical, Include = [glob] })
        : Refuse("Keel does not read a glob with a second colon, and never moves the tag.");

    private static TagPolicyConversion ConvertExpression(TagPolicy policy, string expression)
    {
        if (PatternParser.Parse(expression, out var error) is not { } program)
        {
            return Refuse($"The regular expression {error}, so that Keel never moves the tag.");
        }

        return Accept(policy with
        {
            Order = TagPolicyOrder.Alphabetical,
            Include = [PeerPatterns.AsExpression(expression)],
            Extract = program.GroupNames.Contains("compare") ? "${compare}" : null,
            AllowsDowngrade = true,
        });
    }

    private static string? Find(IReadOnlyDictionary<string, string> settings, string key, string oldKey)
    {
        var isNew = settings.TryGetValue(key, out var value);
        return isNew || settings.TryGetValue(oldKey, out value) ? value : null;
    }

    private static TagPolicyConversion.Converted Accept(TagPolicy policy) => new() { Policy = policy };

    private static TagPolicyConversion.NoPolicy Refuse(string reason) => new() { Reason = reason };
}
