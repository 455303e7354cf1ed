using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>A tag that will be updated less often than requested.</summary>
public sealed record DelayedTag
{
    /// <summary>The tag, with its stream and namespace.</summary>
    public required ImageStreamTagName Tag { get; init; }

    /// <summary>The requested time from one check to the next.</summary>
    public required TimeSpan RequestedInterval { get; init; }

    /// <summary>The expected time from one check to the next when all tags get their fair share.</summary>
    public required TimeSpan ExpectedInterval { get; init; }

    /// <summary>The reason of the delay.</summary>
    public required DelayReason Reason { get; init; }

    /// <summary>Returns the tag, both intervals and the reason.</summary>
    public override string ToString()
    {
        var reason = Reason == DelayReason.Quota ? "quota" : "budget";
        return $"{Tag} requested every {DurationTexts.Format(RequestedInterval)}, "
            + $"expected every {DurationTexts.Format(ExpectedInterval)} ({reason})";
    }
}
