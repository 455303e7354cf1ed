namespace ImageStreams.Policies;

/// <summary>The tag that is followed now, as the order of a policy reads it, and the steps that lead away from it.</summary>
internal sealed class FollowedTag
{
    private const string Latest = References.DockerHub.LatestTag;

    private readonly TagPolicyPlan _plan;
    private readonly ContenderOrder _order;
    private readonly Contender? _contender;

    /// <param name="plan">The policy.</param>
    /// <param name="order">Its order.</param>
    /// <param name="followed">The tag; null for none.</param>
    /// <param name="value">The text to order; null when the patterns extract none from the tag.</param>
    public FollowedTag(TagPolicyPlan plan, ContenderOrder order, CandidateTag? followed, string? value)
    {
        _plan = plan;
        _order = order;
        _contender = followed is null ? null : new Contender(followed, -1, value ?? "");
        if (_contender is null)
        {
            return;
        }

        if (value is null)
        {
            _contender.Fault = TagRejection.NotIncluded;
        }
        else
        {
            order.Read(_contender);
        }
    }

    /// <summary>The name; null when no tag is followed.</summary>
    public string? Name => _contender?.Tag.Name;

    /// <summary>The version; null when no tag is followed, or when it is not a version.</summary>
    public SemanticVersion? Version => _contender?.Version;

    private bool IsComparable => _contender is { } followed && (followed.Version is not null || followed.Fault is null);

    /// <summary>Finds the reason for which no step leads to a tag; null when one does.</summary>
    public TagRejection? Judge(Contender to)
    {
        if (_contender is null || _plan.Policy.Order == TagPolicyOrder.Digest)
        {
            return null;
        }

        return _plan.Rules.StepsAsKeel ? JudgeAsKeel(_contender, to) : JudgeStep(_contender, to);
    }

    private TagRejection? JudgeStep(Contender from, Contender to)
    {
        if (to.Tag.Name == from.Tag.Name)
        {
            return null;
        }

        var isLimited = _plan.Policy.Step is TagPolicyStep.Minor or TagPolicyStep.Patch;
        if (!IsComparable)
        {
            return isLimited ? TagRejection.FollowedNotComparable : null;
        }

        if (isLimited && !IsWithinStep(from.Version!, to.Version!))
        {
            return TagRejection.StepTooFar;
        }

        return IsBelow(from, to) ? TagRejection.Downgrade : null;
    }

    private bool IsBelow(Contender from, Contender to)
    {
        var order = _order.Compare(to, from);
        var isBelow = _plan.Policy.Pick == TagPolicyPick.Lowest ? order > 0 : order < 0;
        return isBelow && !_plan.Policy.AllowsDowngrade;
    }

    private bool IsWithinStep(SemanticVersion from, SemanticVersion to) =>
        from.Major.CompareTo(to.Major) == 0
        && (_plan.Policy.Step == TagPolicyStep.Minor || from.Minor.CompareTo(to.Minor) == 0);

    private TagRejection? JudgeAsKeel(Contender from, Contender to)
    {
        if (_plan.Policy.AllowsDowngrade)
        {
            return null;
        }

        if (_plan.Policy.Order != TagPolicyOrder.SemVer)
        {
            return _order.Compare(from, to) < 0 ? null : TagRejection.Downgrade;
        }

        return _plan.Policy.OnBadValue == TagPolicyBadValue.Last ? JudgeForced(from, to) : JudgeVersion(from, to);
    }

    private TagRejection? JudgeForced(Contender from, Contender to)
    {
        var isFree = from.Tag.Name == to.Tag.Name || from.Version is null || to.Version is null;
        return isFree || _order.Compare(from, to) < 0 ? null : TagRejection.Downgrade;
    }

    private TagRejection? JudgeVersion(Contender from, Contender to)
    {
        if (from.Tag.Name == Latest)
        {
            return null;
        }

        if (to.Fault == TagRejection.TooFewParts || from.Version is null || to.Version is null)
        {
            return to.Fault == TagRejection.TooFewParts || from.Version is not null ? to.Fault : TagRejection.FollowedNotComparable;
        }

        if (_plan.Policy.PreRelease == TagPolicyPreRelease.Same && from.Version.PreRelease != to.Version.PreRelease)
        {
            return TagRejection.PreRelease;
        }

        if (_order.Compare(from, to) >= 0)
        {
            return TagRejection.Downgrade;
        }

        var isLimited = _plan.Policy.Step is TagPolicyStep.Minor or TagPolicyStep.Patch;
        return isLimited && !IsWithinStep(from.Version, to.Version) ? TagRejection.StepTooFar : null;
    }
}
