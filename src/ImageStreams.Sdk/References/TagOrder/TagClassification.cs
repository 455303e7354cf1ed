namespace ImageStreams.References;

/// <summary>The class, prefix and version of a tag, from its form alone.</summary>
public sealed record TagClassification
{
    /// <summary>The class, which comes first in the order of tags.</summary>
    public required TagPriorityClass Class { get; init; }

    /// <summary><c>v</c> when the tag starts with it, else empty.</summary>
    public required string Prefix { get; init; }

    /// <summary>
    /// The full version, with <c>.0</c> for an absent patch number; null when the tag is not a version.
    /// </summary>
    public required string? Version { get; init; }

    /// <summary>Returns class and version.</summary>
    /// <returns><c>Full v1.2.3</c>, or the class alone when the tag is not a version.</returns>
    public override string ToString() => Version is null ? $"{Class}" : $"{Class} {Prefix}{Version}";
}
