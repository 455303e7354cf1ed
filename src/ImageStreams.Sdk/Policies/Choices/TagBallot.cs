namespace ImageStreams.Policies;

/// <summary>The tags of a repository during a choice: those that are left, and the reasons of the others.</summary>
internal sealed class TagBallot
{
    private readonly TagPolicyPlan _plan;
    private readonly IReadOnlyList<CandidateTag> _tags;
    private readonly TagRejection?[] _rejections;
    private Dictionary<string, CandidateTag>? _byName;

    public TagBallot(TagPolicyPlan plan, IReadOnlyList<CandidateTag> tags)
    {
        _plan = plan;
        _byName = plan.Rules.KeepsRepeats ? null : Index(tags);
        _tags = _byName is null ? tags : [.. _byName.Values];
        _rejections = new TagRejection?[_tags.Count];
        Order = ContenderOrder.Create(plan.Policy, plan.Rules);
        Nothing = _tags.Count == 0 ? TagChoiceNothing.NoTags : null;
    }

    /// <summary>The order of the policy.</summary>
    public ContenderOrder Order { get; }

    /// <summary>The tags that are left.</summary>
    public List<Contender> Contenders { get; private set; } = [];

    /// <summary>The reason for which nothing is chosen; null while something may be.</summary>
    public TagChoiceNothing? Nothing { get; private set; }

    /// <summary>The tag for which nothing is chosen; null for none.</summary>
    public string? BadTag { get; private set; }

    /// <summary>Gets a value indicating whether a tag is left out because it is below the one followed now.</summary>
    public bool HasDowngrades => Array.Exists(_rejections, reason => reason == TagRejection.Downgrade);

    /// <summary>The comparison for the choice.</summary>
    public ContenderRanking Ranking(CandidateTag? followed) => new(_plan, Order, followed?.Name);

    /// <summary>Finds a tag by its name.</summary>
    public CandidateTag? Find(string name) => (_byName ??= Index(_tags)).GetValueOrDefault(name);

    /// <summary>Leaves what the patterns leave.</summary>
    public void Filter(TagFilter filter)
    {
        for (var i = 0; i < _tags.Count; i++)
        {
            _rejections[i] = filter.Find(_tags[i].Name, out var value);
            if (_rejections[i] is null)
            {
                Contenders.Add(new Contender(_tags[i], i, value));
            }
        }

        KeepLastOfEachValue();
        Nothing ??= Contenders.Count == 0 ? TagChoiceNothing.NothingIncluded : null;
    }

    /// <summary>Reads what the order needs.</summary>
    public void ReadValues()
    {
        foreach (var contender in Contenders)
        {
            Order.Read(contender);
        }

        if (_plan.Policy.OnBadValue == TagPolicyBadValue.Fail && Contenders.Find(one => one.Fault is not null) is { } bad)
        {
            Nothing = TagChoiceNothing.BadValue;
            BadTag = bad.Tag.Name;
        }

        if (_plan.Policy.OnBadValue != TagPolicyBadValue.Last)
        {
            Admit(contender => contender.Fault);
        }
    }

    /// <summary>Finds the error of a range that counts only where there is a version.</summary>
    public TagPolicyError? FindLateError() => Contenders.Count > 0 ? _plan.RangeError : null;

    /// <summary>Leaves the tags for which there is no reason.</summary>
    public void Admit(Func<Contender, TagRejection?> judge) => Contenders.RemoveAll(contender =>
    {
        _rejections[contender.Position] = judge(contender);
        return _rejections[contender.Position] is not null;
    });

    /// <summary>Notes that all tags which are left rank below the best one.</summary>
    public void RejectOthers(Contender? best, ContenderRanking ranking)
    {
        foreach (var contender in best is null ? [] : Contenders)
        {
            _rejections[contender.Position] = ranking.CompareValues(contender, best!) == 0
                ? TagRejection.SameValue
                : TagRejection.Lower;
        }
    }

    /// <summary>Returns the tags that are not chosen, and for which there is a reason.</summary>
    public IReadOnlyList<TagVerdict> GetOthers(Contender? best)
    {
        var others = new List<TagVerdict>(_tags.Count);
        for (var i = 0; i < _tags.Count; i++)
        {
            if (i != best?.Position && _rejections[i] is { } reason)
            {
                others.Add(new TagVerdict(_tags[i].Name, reason));
            }
        }

        return others;
    }

    // Flux keeps the tags of a filter by their values, so that the last one of each value stays.
    private void KeepLastOfEachValue()
    {
        if (!_plan.Rules.NumbersAreFloats || _plan.Include.Count == 0)
        {
            return;
        }

        var last = new Dictionary<string, Contender>(StringComparer.Ordinal);
        foreach (var contender in Contenders)
        {
            last[contender.Value] = contender;
        }

        Admit(contender => ReferenceEquals(last[contender.Value], contender) ? null : TagRejection.SameValue);
    }

    private Dictionary<string, CandidateTag> Index(IReadOnlyList<CandidateTag> tags)
    {
        var byName = new Dictionary<string, CandidateTag>(tags.Count, StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            var isNewer = !byName.TryGetValue(tag.Name, out var known)
                || _plan.Rules.AbsentTimeIsEpoch
                || Nullable.Compare(tag.Created, known.Created) > 0;
            byName[tag.Name] = isNewer ? tag : known!;
        }

        return byName;
    }
}
