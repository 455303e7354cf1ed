namespace ImageStreams.Policies;

/// <summary>A compiled pattern.</summary>
/// <param name="Code">The instructions, of which the last one is the match.</param>
/// <param name="GroupNames">The names of the groups by their numbers; null for a group without a name.</param>
internal sealed record PatternProgram(PatternInstruction[] Code, IReadOnlyList<string?> GroupNames)
{
    /// <summary>The greatest number of characters of a pattern.</summary>
    public const int MaxLength = 2048;

    /// <summary>The greatest number of instructions of a pattern.</summary>
    public const int MaxInstructions = 10_000;

    /// <summary>Gets a value indicating whether the pattern can only match at the beginning of a text.</summary>
    public bool IsAnchored { get; } =
        Code.Length > 1 && Code[1] is { Op: PatternOp.Assert, X: (int)PatternAssertion.BeginText };

    /// <summary>The code point that every match begins with; -1 when there is no such one.</summary>
    public int FirstRune => IsAnchored && Code[2].Op == PatternOp.Rune ? Code[2].X : -1;
}
