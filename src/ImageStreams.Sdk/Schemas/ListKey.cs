namespace ImageStreams.Schemas;

/// <summary>A field that tells the items of a list apart.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record ListKey
{
    /// <summary>The name of the field.</summary>
    public required string Name { get; init; }

    /// <summary>The value, as JSON, of an item without the field, such as <c>"TCP"</c>; null when each item must have it.</summary>
    public string? DefaultJson { get; init; }
}
