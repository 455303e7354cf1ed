namespace ImageStreams.Policies;

/// <summary>A group of a pattern that is not closed yet; the whole pattern is one, too.</summary>
/// <param name="Capture">The number of the group; -1 when its limits are not noted.</param>
/// <param name="FlagsBefore">The switches to return to after the group.</param>
internal sealed record PatternGroup(int Capture, PatternFlags FlagsBefore)
{
    private readonly List<PatternFragment> _branches = [];
    private readonly List<PatternFragment> _parts = [];

    /// <summary>The part that an operator such as <c>*</c> repeats; null at the beginning of a branch.</summary>
    public PatternFragment? Last
    {
        get => _parts.Count == 0 ? null : _parts[^1];
        set => _parts[^1] = value!;
    }

    /// <summary>Adds a part to the branch.</summary>
    public void Add(PatternFragment part) => _parts.Add(part);

    /// <summary>Ends a branch, and begins the next one.</summary>
    public void EndBranch()
    {
        _branches.Add(PatternFragment.Join(_parts));
        _parts.Clear();
    }

    /// <summary>Ends the group.</summary>
    public PatternFragment Close()
    {
        EndBranch();
        var content = PatternFragment.Choose(_branches);
        return Capture < 0 ? content : content.Capture(Capture);
    }
}
