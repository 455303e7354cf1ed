using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>A tag that will be brought up to date less often than asked.</summary>
public sealed record DelayedTag
{
    /// <summary>The tag, with its stream and namespace.</summary>
    public required ImageStreamTagName Tag { get; init; }

    /// <summary>The time from one check to the next that is asked for.</summary>
    public required TimeSpan RequestedInterval { get; init; }

    /// <summary>The time that is to be expected, when all tags get their fair share.</summary>
    public required TimeSpan ExpectedInterval { get; init; }

    /// <summary>What there is too little of.</summary>
    public required DelayReason Reason { get; init; }

    /// <summary>Returns all of it in one line.</summary>
    public override string ToString()
    {
        var cause = Reason == DelayReason.Quota ? "quota" : "budget";
        return $"{Tag} every {DurationTexts.Format(RequestedInterval)}, to be expected every {DurationTexts.Format(ExpectedInterval)} ({cause})";
    }
}
