namespace ImageStreams.Clients;

/// <summary>How to delete an object.</summary>
public sealed record DeleteOptions
{
    /// <summary>Whether to do everything but delete; by default not.</summary>
    public bool DryRun { get; init; }

    /// <summary>The UID that the object must have; null for any.</summary>
    public string? Uid { get; init; }

    /// <summary>The version that the object must have; null for any.</summary>
    public string? ResourceVersion { get; init; }
}
