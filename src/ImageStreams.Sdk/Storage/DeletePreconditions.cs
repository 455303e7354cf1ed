namespace ImageStreams.Storage;

/// <summary>The UID and the version that an object must have to be deleted.</summary>
public sealed record DeletePreconditions
{
    /// <summary>The required <c>metadata.uid</c>; null for any.</summary>
    public string? Uid { get; init; }

    /// <summary>The required <c>metadata.resourceVersion</c>; null for any.</summary>
    public string? ResourceVersion { get; init; }
}
