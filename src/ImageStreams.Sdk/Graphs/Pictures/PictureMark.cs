namespace ImageStreams.Graphs;

/// <summary>The highlights of a drawn node: reach, cycle, outcome.</summary>
internal readonly record struct PictureMark(int Reach, bool IsInCycle, TagOutcomeKind Outcome)
{
    /// <summary>The reach of a node that was moved first. The reach of a wave is its number.</summary>
    public const int Moved = -1;

    public const int CutOff = int.MaxValue - 2;

    public const int Manual = int.MaxValue - 1;

    public const int NotReached = int.MaxValue;

    public static PictureMark None { get; } = new(NotReached, IsInCycle: false, TagOutcomeKind.Resolved);

    /// <summary>The reach in words; null when the node is not reached.</summary>
    public string? ReachText => Reach switch
    {
        Moved => "moved",
        0 => "at once",
        CutOff => "cut off by a pause",
        Manual => "only by hand",
        NotReached => null,
        _ => $"wave {Reach}",
    };

    /// <summary>The outcome in words; null when there is an image.</summary>
    public string? OutcomeText => Outcome switch
    {
        TagOutcomeKind.PendingImport => "no image yet",
        TagOutcomeKind.PendingBuild => "waits for a build",
        TagOutcomeKind.FailedImport => "import failed",
        TagOutcomeKind.NotFound => "not found",
        TagOutcomeKind.Circular => "circular",
        TagOutcomeKind.Invalid => "invalid reference",
        _ => null,
    };

    /// <summary>The style that the outcome adds; null when there is an image.</summary>
    public PictureStyle? OutcomeStyle => Outcome switch
    {
        TagOutcomeKind.Resolved => null,
        TagOutcomeKind.PendingBuild => PicturePalette.Awaited,
        _ => PicturePalette.Fault,
    };

    /// <summary>Combines the marks of two nodes that are drawn as one.</summary>
    public PictureMark CombineWith(PictureMark other) =>
        new(Math.Min(Reach, other.Reach), IsInCycle || other.IsInCycle, TagOutcomeKind.Resolved);
}
