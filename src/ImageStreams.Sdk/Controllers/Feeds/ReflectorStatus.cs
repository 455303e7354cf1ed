using System.Globalization;
using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>The state of a <see cref="Reflector{T}"/> at one time, for health checks and status pages.</summary>
public sealed record ReflectorStatus
{
    /// <summary>Gets a value indicating whether the reflector is running.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Gets a value indicating whether all objects have been listed and told at least once, or may not be
    /// seen and count as none (<see cref="ReflectorOptions.RecheckInterval"/>).</summary>
    public bool HasSynced { get; init; }

    /// <summary>The number of objects that are known.</summary>
    public int Objects { get; init; }

    /// <summary>The version up to which every change was told; null before the first list.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>The time of the last list, change or bookmark; null before the first one. Bookmarks come at least every
    /// <see cref="ReflectorOptions.BookmarkInterval"/> from a store that works.</summary>
    public DateTimeOffset? LastEvent { get; init; }

    /// <summary>The number of lists since the start; more than one where changes had been missed.</summary>
    public long Lists { get; init; }

    /// <summary>The number of errors in a row, also of requests that a watch repeats by itself; zero when the last list or watch
    /// works.</summary>
    public int Failures { get; init; }

    /// <summary>The time of the first of the <see cref="Failures"/>; null while there are none.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>The time since which the API refuses to show the objects (401, 403), or does not have them (404); null while it
    /// answers.</summary>
    public DateTimeOffset? RefusedSince { get; init; }

    /// <summary>Gets a value indicating whether there are more objects than <see cref="ReflectorOptions.MaxObjects"/>.</summary>
    public bool HasLeftOut { get; init; }

    /// <summary>The last error, in one sentence; null when there was none. It stays after the reflector has recovered.</summary>
    public string? LastError { get; init; }

    /// <summary>The time of <see cref="LastError"/>.</summary>
    public DateTimeOffset? LastErrorTime { get; init; }

    /// <summary>Returns the number of objects, the version and the failures, such as <c>20 objects at 118</c>.</summary>
    public override string ToString()
    {
        var failing = Failures == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", failing: {LastError}");
        return HasSynced && ResourceVersion is not null ? $"{Quantity.Format(Objects, "object")} at {ResourceVersion}{failing}" : $"not yet listed{failing}";
    }
}
