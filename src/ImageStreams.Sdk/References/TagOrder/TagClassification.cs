namespace ImageStreams.References;

/// <summary>What a tag says by its form.</summary>
public sealed record TagClassification
{
    /// <summary>The kind of tag.</summary>
    public required TagPriorityClass Class { get; init; }

    /// <summary><c>v</c> where the tag starts with it, else empty.</summary>
    public required string Prefix { get; init; }

    /// <summary>
    /// The version in full, <c>.0</c> standing for an absent patch number; null where the tag is no version.
    /// </summary>
    public required string? Version { get; init; }
}
