using ImageStreams.Collections;

namespace ImageStreams.Controllers;

/// <summary>The facts about an object that a controller remembers over restarts.</summary>
internal sealed record TriggerRecord
{
    /// <summary>The trip of the fuse that holds the object; null when it does not.</summary>
    public TriggerFuseTrip? Trip { get; init; }

    /// <summary>The firings that count for the fuse, oldest first.</summary>
    public ValueList<DateTimeOffset> Fired { get; init; }

    /// <summary>The starts of builds that count for the rate, oldest first.</summary>
    public ValueList<DateTimeOffset> Started { get; init; }

    /// <summary>The failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>The time of the retry; null when there is none.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The images that were first seen at a time that their tags do not have.</summary>
    public ValueList<SeenImage> Seen { get; init; }

    /// <summary>Gets a value indicating whether there is nothing to remember.</summary>
    public bool IsEmpty => Trip is null && Fired.IsEmpty && Started.IsEmpty && Failures == 0 && Seen.IsEmpty;
}
