namespace ImageStreams.Importing;

/// <summary>The results of imports that the status of a stream tells.</summary>
internal static class TagResults
{
    /// <summary>Finds the time of the last event or condition of a tag; null when it has none.</summary>
    public static DateTimeOffset? FindLast(NamedTagEventList history)
    {
        var last = history.Conditions.Select(condition => condition.LastTransitionTime)
            .Append(history.Latest?.Created ?? default)
            .Max();
        return FindTime(last);
    }

    /// <summary>Determines whether the last import of a tag failed.</summary>
    public static bool IsFailing(NamedTagEventList history) =>
        history.Conditions is [{ } last, ..] && last.Type == TagEventCondition.ImportSuccess && last.Status == ConditionStatus.False;

    public static DateTimeOffset? FindTime(Timestamp time) => time.IsSet ? time.ToDateTimeOffset() : null;
}
