using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The tags of a stream with <c>importPolicy.scheduled</c>, and their intervals.</summary>
internal sealed class ScheduledTags(ImageStreamName stream, ImportIntervals intervals, TagSchedules schedules)
{
    private Dictionary<string, TimeSpan> _intervals = [];

    /// <summary>Reads the scheduled tags of a stream. May throw what the user's function throws.</summary>
    public Dictionary<string, TimeSpan> Read(ImageStream current) => ImportNeeds.GetScheduledTags(current).ToDictionary(
        tag => tag, tag => intervals.GetInterval(current, current.Spec.Tags.Find(tag)!), StringComparer.Ordinal);

    /// <summary>Finds the interval of a scheduled tag; null for any other tag.</summary>
    public TimeSpan? FindInterval(string tag) => _intervals.TryGetValue(tag, out var interval) ? interval : null;

    /// <summary>Schedules new tags for a first time, and drops those that can no longer be imported.</summary>
    /// <param name="current">The stream as it is now.</param>
    /// <param name="scheduled">The scheduled tags with their intervals, as <see cref="Read"/> returns them.</param>
    /// <param name="now">The current time.</param>
    /// <param name="canImport">Selects the tags that can be imported.</param>
    public void Set(
        ImageStream current, Dictionary<string, TimeSpan> scheduled, DateTimeOffset now, Func<string, bool> canImport)
    {
        _intervals = scheduled;
        foreach (var (tag, interval) in scheduled)
        {
            schedules.Set(schedules.Find(tag) is { } known
                ? WithInterval(known, interval, now)
                : new TagSchedule
                {
                    Tag = tag,
                    NextCheck = intervals.GetFirstCheck(FindLastResult(current, tag) ?? now, now, interval, stream, tag),
                    Interval = interval,
                });
        }

        if (schedules.Count > scheduled.Count)
        {
            foreach (var tag in schedules.GetWhere(tag => !scheduled.ContainsKey(tag.Tag)))
            {
                KeepOrRemove(tag, canImport);
            }
        }
    }

    /// <summary>Applies the intervals to tags that were set otherwise.</summary>
    public void Refresh(ImageStream current, DateTimeOffset now, Func<string, bool> canImport) =>
        Set(current, _intervals, now, canImport);

    /// <summary>Spreads the tags that became due before the start, so that they are not all due at once.</summary>
    public void SpreadOverdue(DateTimeOffset now)
    {
        foreach (var tag in schedules.GetWhere(tag => tag.NextCheck < now))
        {
            schedules.Set(tag with { NextCheck = intervals.GetStart(now, tag.Interval, stream, tag.Tag) });
        }
    }

    /// <summary>Spreads a time that was before the start; a later time, or none, stays.</summary>
    public DateTimeOffset? Spread(DateTimeOffset? time, DateTimeOffset now) =>
        time < now ? intervals.GetStart(now, null, stream, "") : time;

    /// <summary>
    /// Adds tags whose import failed transiently before the stream was known, and that nothing else would retry.
    /// </summary>
    public void AddFailed(ImageStream current, DateTimeOffset now)
    {
        foreach (var history in current.Status.Tags)
        {
            if (FindTransientFailure(history) is { } failed
                && schedules.Find(history.Tag) is null
                && current.Spec.Tags.Find(history.Tag) is { } specTag && ImportNeeds.IsImportable(specTag))
            {
                schedules.Set(new TagSchedule
                {
                    Tag = history.Tag,
                    NextCheck = intervals.GetFirstRetry(TagResults.FindTime(failed.LastTransitionTime) ?? now, now, stream, history.Tag),
                    Reason = failed.Reason,
                    Message = failed.Message,
                    Failures = 1,
                });
            }
        }
    }

    private static TagEventCondition? FindTransientFailure(NamedTagEventList history) =>
        history.Conditions is [{ Reason: StatusReasons.InternalError or StatusReasons.TooManyRequests } failed, ..]
        && failed.Type == TagEventCondition.ImportSuccess
            ? failed
            : null;

    /// <summary>Finds the time of the last event or condition of a tag; null when it has none.</summary>
    private static DateTimeOffset? FindLastResult(ImageStream current, string tag) =>
        current.Status.Tags.Find(tag) is { } history ? TagResults.FindLast(history) : null;

    /// <summary>Sets the interval of a tag; a shorter one applies at once, unless the tag waits after a failure.</summary>
    private TagSchedule WithInterval(TagSchedule known, TimeSpan interval, DateTimeOffset now)
    {
        var next = GetNextCheck(known.LastChecked ?? now, interval, known.Tag);
        var isSooner = interval < known.Interval && known.Failures == 0 && next < known.NextCheck;
        return known with { Interval = interval, NextCheck = isSooner ? next : known.NextCheck };
    }

    /// <summary>Keeps a tag that is no longer scheduled only while it waits to be imported once more.</summary>
    private void KeepOrRemove(TagSchedule tag, Func<string, bool> canImport)
    {
        if ((tag.Interval is null || tag.Failures > 0) && canImport(tag.Tag))
        {
            schedules.Set(tag with { Interval = null });
        }
        else
        {
            schedules.Remove(tag.Tag);
        }
    }

    private DateTimeOffset GetNextCheck(DateTimeOffset time, TimeSpan interval, string tag) =>
        intervals.GetNextCheck(time, interval, stream, tag);
}
