namespace ImageStreams.Triggers;

/// <summary>The image that a tag points to.</summary>
/// <remarks>The default value means that the tag does not point to an image.</remarks>
public readonly record struct TagLookupResult
{
    /// <summary>
    /// The pull spec of the image; null when the tag does not point to one. Empty when the tag's history has an empty one.
    /// </summary>
    public string? PullSpec { get; init; }

    /// <summary>
    /// The <c>metadata.resourceVersion</c> of the stream; 0 when the stream does not exist or has no numeric version.
    /// </summary>
    public long ResourceVersion { get; init; }
}
