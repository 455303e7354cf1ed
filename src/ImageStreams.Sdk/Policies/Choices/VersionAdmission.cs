namespace ImageStreams.Policies;

/// <summary>The versions that the range and the pre-releases of a policy allow.</summary>
internal sealed class VersionAdmission(TagPolicyPlan plan, FollowedTag followed)
{
    /// <summary>Finds the reason for which a version is not allowed; null when it is.</summary>
    public TagRejection? Judge(SemanticVersion version)
    {
        if (plan.Rules.StepsAsKeel)
        {
            return JudgeAll(version);
        }

        return plan.Policy.PreRelease switch
        {
            TagPolicyPreRelease.Include => JudgeAll(version),
            TagPolicyPreRelease.Exclude when version.IsPreRelease => TagRejection.PreRelease,
            TagPolicyPreRelease.Same when followed.Name is not null => JudgeSame(version),
            _ => JudgeRange(version),
        };
    }

    private TagRejection? JudgeAll(SemanticVersion version) =>
        plan.Range!.AllowsWithPreReleases(version) ? null : TagRejection.OutOfRange;

    private TagRejection? JudgeRange(SemanticVersion version)
    {
        if (plan.Range!.Allows(version))
        {
            return null;
        }

        return plan.Range.AllowsWithPreReleases(version) ? TagRejection.PreRelease : TagRejection.OutOfRange;
    }

    // The pre-release is the name of a variant here, so that the range is about the numbers alone.
    private TagRejection? JudgeSame(SemanticVersion version)
    {
        if (followed.Version is null)
        {
            return TagRejection.FollowedNotComparable;
        }

        return version.PreRelease == followed.Version.PreRelease
            ? JudgeAll(version.WithoutPreRelease())
            : TagRejection.PreRelease;
    }
}
