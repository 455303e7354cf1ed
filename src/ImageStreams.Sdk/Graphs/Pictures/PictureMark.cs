namespace ImageStreams.Graphs;

/// <summary>What is to be seen of a node besides what it is.</summary>
internal readonly record struct PictureMark(int Reach, bool IsInCycle, TagOutcomeKind Outcome)
{
    /// <summary>That the node was moved to begin with; a wave is marked by its number.</summary>
    public const int Moved = -1;

    public const int CutOff = int.MaxValue - 2;

    public const int Manual = int.MaxValue - 1;

    public const int NotReached = int.MaxValue;

    public static PictureMark None { get; } = new(NotReached, IsInCycle: false, TagOutcomeKind.Resolved);

    /// <summary>How the reach reads; null when the node is not reached.</summary>
    public string? ReachText => Reach switch
    {
        Moved => "moved",
        0 => "at once",
        CutOff => "cut off by a pause",
        Manual => "only by hand",
        NotReached => null,
        _ => $"wave {Reach}",
    };

    /// <summary>How the outcome reads; null when there is an image.</summary>
    public string? OutcomeText => Outcome switch
    {
        TagOutcomeKind.PendingImport => "no image yet",
        TagOutcomeKind.FailedImport => "import failed",
        TagOutcomeKind.NotFound => "not found",
        TagOutcomeKind.Circular => "leads round a ring",
        TagOutcomeKind.Invalid => "invalid reference",
        _ => null,
    };

    /// <summary>The mark of a node that stands for several.</summary>
    public PictureMark CombineWith(PictureMark other) =>
        new(Math.Min(Reach, other.Reach), IsInCycle || other.IsInCycle, TagOutcomeKind.Resolved);
}
