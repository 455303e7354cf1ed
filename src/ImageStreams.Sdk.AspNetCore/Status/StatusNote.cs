namespace ImageStreams.AspNetCore;

/// <summary>Something that a controller does, holds or waits for.</summary>
internal sealed record StatusNote
{
    /// <summary>The object or stream, such as <c>BuildConfig shop/web</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The kind, such as <c>Held</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The reason or the state, in a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>The time since which it is so; null when it is not known.</summary>
    public DateTimeOffset? Since { get; init; }
}
