using System.Globalization;

namespace ImageStreams.Controllers;

/// <summary>The state of a <see cref="StreamFeed"/> at one time, for health checks and status pages.</summary>
public sealed record StreamFeedStatus
{
    /// <summary>Gets a value indicating whether the feed is running.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Gets a value indicating whether all streams have been listed and told at least once.</summary>
    public bool HasSynced { get; init; }

    /// <summary>The number of streams that are known.</summary>
    public int Streams { get; init; }

    /// <summary>The version up to which every change was told; null before the first list.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>The time of the last list, change or bookmark; null before the first one. Bookmarks come at least every
    /// <see cref="StreamFeedOptions.BookmarkInterval"/> from a store that works.</summary>
    public DateTimeOffset? LastEvent { get; init; }

    /// <summary>The number of lists since the start; more than one where changes had been missed.</summary>
    public long Lists { get; init; }

    /// <summary>The number of errors in a row; zero when the last list or watch works.</summary>
    public int Failures { get; init; }

    /// <summary>The last error, in one sentence; null when there was none. It stays after the feed has recovered.</summary>
    public string? LastError { get; init; }

    /// <summary>The time of <see cref="LastError"/>.</summary>
    public DateTimeOffset? LastErrorTime { get; init; }

    /// <summary>Returns the number of streams, the version and the failures, such as <c>20 streams at 118</c>.</summary>
    public override string ToString()
    {
        var failing = Failures == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", failing: {LastError}");
        return HasSynced
            ? string.Create(CultureInfo.InvariantCulture, $"{Streams} streams at {ResourceVersion}{failing}")
            : $"not yet listed{failing}";
    }
}
