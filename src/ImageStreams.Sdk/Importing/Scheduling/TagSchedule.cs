using System.Globalization;

namespace ImageStreams.Importing;

/// <summary>The next import of a tag, and the result of the last one.</summary>
public sealed record TagSchedule
{
    /// <summary>
    /// The name of the tag; empty for the whole repository of the stream (<c>spec.dockerImageRepository</c>).
    /// </summary>
    public required string Tag { get; init; }

    /// <summary>The time of the next import.</summary>
    public required DateTimeOffset NextCheck { get; init; }

    /// <summary>The time from one import to the next; null when the tag is imported only once more.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>The time of the last import, successful or not; null before the first one.</summary>
    public DateTimeOffset? LastChecked { get; init; }

    /// <summary>The reason why the last import failed, such as <c>NotFound</c>; null when it succeeded.</summary>
    public string? Reason { get; init; }

    /// <summary>The message of the failure, with its root cause where it is known; null after a success.</summary>
    public string? Message { get; init; }

    /// <summary>The number of failed imports in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Gets a value indicating whether the tag is paused until it is resumed.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Returns the tag and the time of the next import.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Tag} at {NextCheck:u}{(IsPaused ? ", paused" : "")}");
}
