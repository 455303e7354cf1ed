namespace ImageStreams.AspNetCore;

/// <summary>The status as JSON: everything, or what has changed.</summary>
internal sealed record StatusDocument
{
    /// <summary>The time at which it was so.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>All but the tags.</summary>
    public required StatusHead Status { get; init; }

    /// <summary>All tags by namespace, stream and tag, or those that are new or have changed.</summary>
    public required IReadOnlyList<StatusTag> Tags { get; init; }

    /// <summary>The names of tags that are gone; null for a whole status.</summary>
    public IReadOnlyList<string>? Removed { get; init; }
}
