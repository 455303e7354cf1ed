namespace ImageStreams.Policies;

/// <summary>One choice of a policy among the tags of a repository.</summary>
internal sealed class TagElection
{
    private readonly TagPolicyPlan _plan;
    private readonly CandidateTag? _followed;
    private readonly ImageCreationTime _youngest;

    public TagElection(TagPolicyPlan plan, CandidateTag? followed, DateTimeOffset now)
    {
        _followed = followed;
        var isDigest = plan.Policy.Order == TagPolicyOrder.Digest;
        _plan = isDigest ? plan with { Policy = plan.Policy with { Tag = plan.Policy.Tag ?? followed?.Name } } : plan;
        var age = plan.Policy.MinimumAge ?? TimeSpan.Zero;
        _youngest = ImageCreationTime.FromDateTimeOffset(
            age > now - DateTimeOffset.MinValue ? DateTimeOffset.MinValue : now - age);
    }

    private bool LacksTag => _plan.Policy is { Order: TagPolicyOrder.Digest, Tag: null or "" };

    /// <summary>Chooses a tag.</summary>
    public TagChoice Choose(IReadOnlyList<CandidateTag> tags)
    {
        if (LacksTag)
        {
            return Refuse(TagPolicyChecks.Refuse(TagPolicyFailure.TagRequired, "tag", "No tag is named, and none is followed now."), []);
        }

        var ballot = Count(tags, out var error);
        if (error is not null)
        {
            return Refuse(error, error.Failure == TagPolicyFailure.TooMuchWork ? [] : ballot.GetOthers(null));
        }

        return FindBest(ballot) is { } best ? Elect(ballot, best) : Abstain(ballot);
    }

    /// <summary>Sorts the tags that may be chosen, the best one first.</summary>
    public IReadOnlyList<CandidateTag> Rank(IReadOnlyList<CandidateTag> tags)
    {
        if (LacksTag)
        {
            return [];
        }

        var ballot = Count(tags, out var error);
        var isOpen = error is null && ballot.Nothing is null;
        return isOpen ? [.. ballot.Contenders.Order(ballot.Ranking(_followed)).Select(contender => contender.Tag)] : [];
    }

    private TagBallot Count(IReadOnlyList<CandidateTag> tags, out TagPolicyError? error)
    {
        var ballot = new TagBallot(_plan, tags);
        var budget = new PatternBudget(PatternBudget.Default);
        var filter = new TagFilter(_plan, budget);
        ballot.Filter(filter);
        ballot.ReadValues();
        error = ballot.FindLateError();
        if (error is null)
        {
            Admit(ballot, filter);
        }

        error = budget.IsExhausted
            ? TagPolicyChecks.Refuse(TagPolicyFailure.TooMuchWork, "include", "The patterns take too much work on these tags.")
            : error;
        return ballot;
    }

    private void Admit(TagBallot ballot, TagFilter filter)
    {
        var from = _followed is null ? null : _followed with { Created = _followed.Created ?? ballot.Find(_followed.Name)?.Created };
        var value = from is null ? null : filter.FindValue(from.Name);
        var followed = new FollowedTag(_plan, ballot.Order, from, value);
        var versions = new VersionAdmission(_plan, followed);
        ballot.Admit(contender => JudgeAge(contender.Tag)
            ?? (_plan.Range is null || contender.Fault is not null ? null : versions.Judge(contender.Version!))
            ?? followed.Judge(contender));
    }

    private TagRejection? JudgeAge(CandidateTag tag)
    {
        if (_plan.Policy.MinimumAge is null)
        {
            return null;
        }

        if (tag.Created is not { } created)
        {
            return TagRejection.NoCreationTime;
        }

        return created > _youngest ? TagRejection.TooYoung : null;
    }

    private Contender? FindBest(TagBallot ballot)
    {
        var ranking = ballot.Ranking(_followed);
        Contender? best = null;
        foreach (var contender in ballot.Nothing is null ? ballot.Contenders : [])
        {
            best = best is null || ranking.Compare(contender, best) < 0 ? contender : best;
        }

        ballot.RejectOthers(best, ranking);
        return best;
    }

    private TagChoice Elect(TagBallot ballot, Contender best)
    {
        var others = ballot.GetOthers(best);
        var hasNewDigest = _plan.Policy.Order == TagPolicyOrder.Digest
            && best.Tag.Digest is { } digest && _followed?.Digest is { } old && digest != old;
        if (best.Tag.Name == _followed?.Name && !hasNewDigest)
        {
            return new TagChoice.Unchanged { Tag = best.Tag.Name, Others = others };
        }

        var isGone = _followed is not null && ballot.Find(_followed.Name) is null;
        return new TagChoice.Moved { Tag = best.Tag, From = _followed?.Name, IsFromGone = isGone, Others = others };
    }

    private TagChoice Abstain(TagBallot ballot)
    {
        var others = ballot.GetOthers(null);
        var isKept = _followed is not null && !_plan.Rules.StepsAsKeel && ballot.HasDowngrades;
        return isKept
            ? new TagChoice.Unchanged { Tag = _followed!.Name, IsGone = ballot.Find(_followed.Name) is null, Others = others }
            : new TagChoice.Nothing { Reason = ballot.Nothing ?? TagChoiceNothing.NothingFits, Tag = ballot.BadTag, Others = others };
    }

    private static TagChoice.Invalid Refuse(TagPolicyError error, IReadOnlyList<TagVerdict> others) =>
        new() { Error = error, Others = others };
}
