namespace ImageStreams.Validation;

/// <summary>Compares two versions of a tag's history.</summary>
internal static class HistoryChanges
{
    /// <summary>Gets the newest events, down to the first one that the older version has in the same place.</summary>
    /// <remarks>Histories grow at the top, so that the oldest events are in the same place, counted from the end.</remarks>
    /// <param name="history">The history.</param>
    /// <param name="old">The older version; null when there is none.</param>
    public static ReadOnlySpan<TagEvent> GetNewEvents(NamedTagEventList history, NamedTagEventList? old)
    {
        var events = history.Items.AsSpan();
        var known = old is null ? default : old.Items.AsSpan();
        while (!events.IsEmpty && !known.IsEmpty && ReferenceEquals(events[^1], known[^1]))
        {
            events = events[..^1];
            known = known[..^1];
        }

        return events;
    }
}
