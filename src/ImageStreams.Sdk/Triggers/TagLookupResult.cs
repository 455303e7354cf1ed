namespace ImageStreams.Triggers;

/// <summary>The image that a tag points to.</summary>
/// <remarks>The default value means that the tag does not point to an image.</remarks>
public readonly record struct TagLookupResult
{
    /// <summary>The status of a trigger on a tag without a usable image.</summary>
    internal TriggerStatus MissingStatus => IsUnversioned ? TriggerStatus.Unversioned : TriggerStatus.Unresolved;

    /// <summary>
    /// The pull spec of the image; null when the tag does not point to one. Empty when the tag's history has an empty one.
    /// </summary>
    public string? PullSpec { get; init; }

    /// <summary>
    /// Gets a value indicating whether the tag points to an image, but was passed over because its stream has no numeric
    /// <c>metadata.resourceVersion</c>.
    /// </summary>
    public bool IsUnversioned { get; init; }

    /// <summary>
    /// The <c>metadata.resourceVersion</c> of the stream; 0 when the stream does not exist or has no numeric version.
    /// </summary>
    public long ResourceVersion { get; init; }
}
