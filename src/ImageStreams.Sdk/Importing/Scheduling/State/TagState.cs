namespace ImageStreams.Importing;

/// <summary>The part of a tag's schedule that outlives a process.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Source">The pull spec or repository that the tag was imported from; null when it has none.</param>
/// <param name="IsOfRepository">Whether the tag is one of the stream's repository, without a spec tag.</param>
internal sealed record TagState(TagSchedule Schedule, string? Source, bool IsOfRepository)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Determines whether the state still says when the tag is due.</summary>
    /// <remarks>
    /// It does not when the tag has another source by now, or when a time is further away than any wait, as after a change of
    /// the clock.
    /// </remarks>
    /// <param name="source">The source of the tag now.</param>
    /// <param name="history">The history of the tag, if it has one.</param>
    /// <param name="now">The current time.</param>
    public bool IsCurrent(string? source, NamedTagEventList? history, DateTimeOffset now)
    {
        var interval = Schedule.Interval ?? Day;
        var longest = interval > Day ? interval : Day;
        return Source == source && Schedule.NextCheck - now <= longest && !IsOvertaken(history);
    }

    /// <summary>
    /// Determines whether the tag was imported after the state was recorded: its failure is over, or it has a result from
    /// after the time at which it was due. A push before that time does not count, because it moves no import.
    /// </summary>
    private bool IsOvertaken(NamedTagEventList? history)
    {
        if (history is null || !(TagResults.FindLast(history) > (Schedule.LastChecked ?? DateTimeOffset.MinValue)))
        {
            return false;
        }

        return Schedule.Failures > 0
            ? !TagResults.IsFailing(history)
            : TagResults.FindLast(history) >= Schedule.NextCheck;
    }
}
