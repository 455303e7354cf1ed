namespace ImageStreams.AspNetCore;

/// <summary>One tag of the status page: where it leads, and its imports.</summary>
internal sealed record StatusTag
{
    /// <summary>The full name, <c>namespace/stream:tag</c>.</summary>
    public required string Id { get; init; }

    public required string Namespace { get; init; }

    public required string Stream { get; init; }

    /// <summary>The tag; empty for the whole repository of the stream.</summary>
    public required string Tag { get; init; }

    /// <summary>The state of the tag.</summary>
    public required StatusState State { get; init; }

    /// <summary>The image or tag that the tag follows; null for nothing.</summary>
    public string? Follows { get; init; }

    /// <summary>The tags from this one to the one that decides, and what that follows.</summary>
    public string? Path { get; init; }

    /// <summary>The digest of the image; null for none.</summary>
    public string? Image { get; init; }

    /// <summary>The pull spec of the image.</summary>
    public string? PullSpec { get; init; }

    /// <summary>The time since which the tag has its image.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The explanation of the state, in a sentence.</summary>
    public string? Explanation { get; init; }

    /// <summary>The reason of the last failure, such as <c>NotFound</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>The message of the last failure, with its root cause.</summary>
    public string? Message { get; init; }

    /// <summary>The advice to a person about the failure.</summary>
    public string? Advice { get; init; }

    /// <summary>The number of failures in a row.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? LastCheck { get; init; }

    public DateTimeOffset? NextCheck { get; init; }

    /// <summary>The seconds from one import to the next; null for a tag that is not imported periodically.</summary>
    public double? Interval { get; init; }

    public bool IsPaused { get; init; }

    public bool IsRunning { get; init; }
}
