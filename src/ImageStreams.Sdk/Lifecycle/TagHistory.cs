using ImageStreams.Collections;

namespace ImageStreams.Lifecycle;

/// <summary>How the history of a tag grows.</summary>
/// <remarks>
/// OpenShift's rules. Pure functions from stream to stream; a change that changes nothing gives the same stream back.
/// </remarks>
public static class TagHistory
{
    /// <summary>Determines whether an event would change the newest entry of a tag's history, or begin one.</summary>
    /// <remarks>The time of an event does not count.</remarks>
    public static bool WouldChange(ImageStream stream, string tag, TagEvent tagEvent)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(tagEvent);

        return WouldChange(stream.Status.Tags.Find(tag), tagEvent);
    }

    /// <summary>Determines whether a tag has a condition of that type, status and reason.</summary>
    /// <remarks>Its message, its time and its generation do not count.</remarks>
    public static bool HasCondition(ImageStream stream, string tag, TagEventCondition condition)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(condition);

        return (stream.Status.Tags.Find(tag)?.Conditions ?? default).Any(known =>
            known.Type == condition.Type && known.Status == condition.Status
            && (known.Reason ?? "") == (condition.Reason ?? ""));
    }

    /// <summary>Puts an event at the top of a tag's history.</summary>
    /// <remarks>
    /// An event that shares its image or its pull spec with the newest one takes its place and keeps its time: the tag
    /// did not move. Any change ends the conditions of the tag. The history is never cut here.
    /// </remarks>
    public static ImageStream Add(ImageStream stream, string tag, TagEvent tagEvent)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return AddToAll(stream, [tag], tagEvent);
    }

    /// <summary>Replaces the conditions of a tag; its history stays.</summary>
    public static ImageStream SetConditions(ImageStream stream, string tag, ValueList<TagEventCondition> conditions)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);

        var history = stream.Status.Tags.Find(tag);
        return (history?.Conditions ?? default) == conditions
            ? stream
            : WithHistories(stream, [(history ?? CreateEmpty(tag)) with { Conditions = conditions }]);
    }

    /// <summary>Puts one event at the top of the histories of many tags, in time linear in the stream.</summary>
    internal static ImageStream AddToAll(ImageStream stream, IEnumerable<string> tags, TagEvent tagEvent)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tagEvent);

        var changed = tags
            .Select(tag => stream.Status.Tags.Find(tag) ?? CreateEmpty(tag))
            .Where(history => WouldChange(history, tagEvent))
            .Select(history => WithEvent(history, tagEvent))
            .ToList();
        return changed.Count == 0 ? stream : WithHistories(stream, changed);
    }

    /// <summary>Determines whether an event would change a history, which may be null.</summary>
    internal static bool WouldChange(NamedTagEventList? history, TagEvent tagEvent) =>
        history?.Latest is not { } latest
        || latest.PullSpec != tagEvent.PullSpec
        || latest.Image != tagEvent.Image
        || latest.Generation != tagEvent.Generation;

    /// <summary>A history with an event that is news to it.</summary>
    internal static NamedTagEventList WithEvent(NamedTagEventList history, TagEvent tagEvent) =>
        history with { Items = Add(history.Items, tagEvent), Conditions = default };

    private static ValueList<TagEvent> Add(ValueList<TagEvent> items, TagEvent tagEvent)
    {
        if (items is not [var latest, ..])
        {
            return [tagEvent];
        }

        // What else is known of an image stays with it.
        return latest.Image == tagEvent.Image
                ? items.SetItem(0, latest with { PullSpec = tagEvent.PullSpec, Generation = tagEvent.Generation })
            : latest.PullSpec == tagEvent.PullSpec ? items.SetItem(0, tagEvent with { Created = latest.Created })
            : items.Insert(0, tagEvent);
    }

    private static NamedTagEventList CreateEmpty(string tag) => new() { Tag = tag };

    private static ImageStream WithHistories(ImageStream stream, IEnumerable<NamedTagEventList> histories) =>
        stream with { Status = stream.Status with { Tags = stream.Status.Tags.SetAll(histories) } };
}
