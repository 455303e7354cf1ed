namespace ImageStreams.Policies;

/// <summary>The last answer of a check of images about one digest.</summary>
public sealed record ImageGateRecord
{
    /// <summary>The greatest number of characters of <see cref="Reason"/>; longer ones are cut.</summary>
    public const int MaxReason = 256;

    /// <summary>The check's name.</summary>
    public required string Name { get; init; }

    /// <summary>The <see cref="IImageGate.Revision"/> that answered; at most 64 characters.</summary>
    public string Revision { get; init; } = "";

    /// <summary>The answer: open when the image passed, held when there was none yet.</summary>
    public required TagGateStanding Standing { get; init; }

    /// <summary>The reason or detail; empty for none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The time of the answer, to the second.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The number of times in a row without an answer.</summary>
    public int Tries { get; init; }

    /// <summary>The time at which the check is asked again, to the second; null when it is not.</summary>
    public DateTimeOffset? NextTry { get; init; }
}
