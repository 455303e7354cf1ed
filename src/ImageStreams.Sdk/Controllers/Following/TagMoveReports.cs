using ImageStreams.Importing;
using ImageStreams.Policies;

namespace ImageStreams.Controllers;

/// <summary>Creates reports about tags that follow policies.</summary>
internal static class TagMoveReports
{
    /// <summary>Creates the report of a failure.</summary>
    public static TagMoveReport.Failed Fail(PolicyTag tag, DateTimeOffset now, string sentence, TimeSpan? retryAfter = null) =>
        new() { Tag = tag.Name, Time = now, Explanation = sentence, RetryAfter = retryAfter };

    /// <summary>Creates the report of a tag that gates hold, or whose gates cannot be used.</summary>
    public static TagMoveReport Hold(PolicyTag tag, DateTimeOffset now, GatedChoice choice)
    {
        var invalid = choice.Candidates.Select(static one => one.Decision).OfType<GateDecision.Invalid>().FirstOrDefault();
        return invalid is null
            ? new TagMoveReport.Held { Tag = tag.Name, Time = now, Explanation = choice.Explanation, NextLook = choice.NextLook }
            : new TagMoveReport.Invalid { Tag = tag.Name, Time = now, Explanation = choice.Explanation, Error = invalid.Error };
    }

    /// <summary>Creates what the stream remembers of a move.</summary>
    public static TagMoveRecord CreateRecord(PolicyTag tag, CandidateTag to, TimeProvider timeProvider, string reason) => new()
    {
        Tag = to.Name,
        From = tag.From.Tag,
        At = Timestamp.Now(timeProvider),
        Reason = reason.Length > TagMoveRecord.MaxReason ? reason[..TagMoveRecord.MaxReason] : reason,
    };
}
