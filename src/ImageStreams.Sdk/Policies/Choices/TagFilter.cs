namespace ImageStreams.Policies;

/// <summary>The patterns of a policy, which leave some of the tags.</summary>
internal sealed class TagFilter
{
    private readonly TagPolicyPlan _plan;
    private readonly List<PatternMatcher> _include;
    private readonly List<PatternMatcher> _exclude;
    private readonly int _extractFrom;

    public TagFilter(TagPolicyPlan plan, PatternBudget budget)
    {
        _plan = plan;
        _include = [.. plan.Include.Select(pattern => new PatternMatcher(pattern.Program, budget))];
        _exclude = [.. plan.Exclude.Select(pattern => new PatternMatcher(pattern.Program, budget))];
        _extractFrom = plan.Extract is null ? -1 : plan.Include.TakeWhile(pattern => pattern.IsGlob).Count();
    }

    /// <summary>Finds the reason for which the patterns remove a tag; null with the text to order when they leave it.</summary>
    public TagRejection? Find(string tag, out string value)
    {
        value = tag;
        for (var i = 0; i < _include.Count; i++)
        {
            if (!_include[i].Matches(tag))
            {
                return TagRejection.NotIncluded;
            }

            value = i == _extractFrom ? Extract(i, tag) : value;
        }

        return _exclude.Exists(pattern => pattern.Matches(tag)) ? TagRejection.Excluded : null;
    }

    /// <summary>Returns the text to order of a tag that the other patterns need not leave; null when nothing can be extracted.</summary>
    public string? FindValue(string tag)
    {
        if (_extractFrom < 0)
        {
            return tag;
        }

        return _include[_extractFrom].Matches(tag) ? Extract(_extractFrom, tag) : null;
    }

    private string Extract(int pattern, string tag) =>
        _plan.Extract!.Expand(tag, _plan.Include[pattern].Program, _include[pattern].Slots);
}
