namespace ImageStreams.Policies;

/// <summary>The last move of a spec tag by its policy, as the stream remembers it.</summary>
public sealed record TagMoveRecord
{
    /// <summary>The greatest number of characters of <see cref="Reason"/> that are kept.</summary>
    public const int MaxReason = 300;

    /// <summary>The tag of the repository that was chosen.</summary>
    public required string Tag { get; init; }

    /// <summary>The tag that was followed before; empty for none.</summary>
    public string From { get; init; } = "";

    /// <summary>The time of the move.</summary>
    public Timestamp At { get; init; }

    /// <summary>The reason in a sentence, at most 300 characters.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Returns the move, such as <c>2.0 to 2.1</c>.</summary>
    public override string ToString() => From.Length == 0 ? Tag : $"{From} to {Tag}";
}
