namespace ImageStreams.Importing;

/// <summary>When a tag is imported, and how that went last.</summary>
public sealed record TagSchedule
{
    /// <summary>The tag's name; empty for the repository that the stream follows as a whole.</summary>
    public required string Tag { get; init; }

    /// <summary>When it is imported next.</summary>
    public required DateTimeOffset NextCheck { get; init; }

    /// <summary>The time from one import to the next; null where it is imported once more and no further.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>When it was imported last, with or without success; null before the first time.</summary>
    public DateTimeOffset? LastChecked { get; init; }

    /// <summary>Why the last import failed, as a name such as <c>NotFound</c>; null when it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>How many imports in a row have failed.</summary>
    public int Failures { get; init; }

    /// <summary>Whether it waits until somebody resumes it.</summary>
    public bool IsPaused { get; init; }
}
