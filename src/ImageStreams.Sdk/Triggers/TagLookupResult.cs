namespace ImageStreams.Triggers;

/// <summary>What a tag points to.</summary>
/// <remarks>The default value means that the tag does not resolve.</remarks>
public readonly record struct TagLookupResult
{
    /// <summary>
    /// The pull spec; null when the tag does not resolve. May be empty, as a tag's history may say so.
    /// </summary>
    public string? PullSpec { get; init; }

    /// <summary>The version of the stream; 0 when there is no such stream, or no version to compare.</summary>
    public long ResourceVersion { get; init; }
}
