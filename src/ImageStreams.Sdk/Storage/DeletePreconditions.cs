namespace ImageStreams.Storage;

/// <summary>What an object must be like to be removed.</summary>
public sealed record DeletePreconditions
{
    /// <summary>The UID it must have; null for any.</summary>
    public string? Uid { get; init; }

    /// <summary>The version it must have; null for any.</summary>
    public string? ResourceVersion { get; init; }
}
