namespace ImageStreams.AspNetCore;

/// <summary>An event of a watch.</summary>
public sealed record ServedEvent
{
    /// <summary>The type.</summary>
    public required ServedEventType Type { get; init; }

    /// <summary>The object; null for a bookmark.</summary>
    public ServedObject? Object { get; init; }

    /// <summary>The version that a bookmark reports.</summary>
    public string ResourceVersion { get; init; } = "";

    /// <summary>Gets a value indicating whether a bookmark ends the objects that existed when the watch began.</summary>
    public bool EndsInitialEvents { get; init; }
}
