namespace ImageStreams.Importing;

/// <summary>The part of a stream's schedule that outlives a process.</summary>
internal sealed record StreamState
{
    /// <summary>The tags, each once.</summary>
    public required IReadOnlyList<TagState> Tags { get; init; }

    /// <summary>The number of requests in a row that the API refused as a whole.</summary>
    public int Refusals { get; init; }

    /// <summary>The version of the stream that was refused; null when none was.</summary>
    public string? RefusedVersion { get; init; }

    /// <summary>The time from which an import regardless of the schedule is due after a refusal; null for none.</summary>
    public DateTimeOffset? NeededSince { get; init; }
}
