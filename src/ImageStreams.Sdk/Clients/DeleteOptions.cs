namespace ImageStreams.Clients;

/// <summary>The options of a deletion.</summary>
public sealed record DeleteOptions
{
    /// <summary>Gets a value indicating whether everything is done except the deletion; false by default.</summary>
    public bool DryRun { get; init; }

    /// <summary>The UID that the object must have; null for any.</summary>
    public string? Uid { get; init; }

    /// <summary>The version that the object must have; null for any.</summary>
    public string? ResourceVersion { get; init; }
}
