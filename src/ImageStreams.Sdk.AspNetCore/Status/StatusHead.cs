namespace ImageStreams.AspNetCore;

/// <summary>All of the status page apart from the tags.</summary>
internal sealed record StatusHead
{
    public required StatusSummary Summary { get; init; }

    /// <summary>The imports that run.</summary>
    public IReadOnlyList<StatusNote> Running { get; init; } = [];

    /// <summary>The open fuses.</summary>
    public IReadOnlyList<StatusNote> Fuses { get; init; } = [];

    /// <summary>The reactions that wait, and those that failed.</summary>
    public IReadOnlyList<StatusNote> Waiting { get; init; } = [];

    /// <summary>The reason why the streams cannot be read; null when they can.</summary>
    public string? Error { get; init; }

    /// <summary>True when there are more tags than are shown.</summary>
    public bool IsCut { get; init; }
}
