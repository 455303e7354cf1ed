using ImageStreams.Collections;

namespace ImageStreams.Lifecycle;

/// <summary>Changes the histories of tags.</summary>
/// <remarks>
/// Follows OpenShift's rules. Pure functions from stream to stream; a change without an effect returns the same object.
/// </remarks>
public static class TagHistory
{
    /// <summary>Determines whether an event would change the latest entry of a tag's history, or begin a history.</summary>
    /// <remarks>The time of an event is ignored.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="tagEvent">The event.</param>
    /// <returns>True when the event would change the history.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="stream"/>, <paramref name="tag"/> or <paramref name="tagEvent"/> is null.
    /// </exception>
    public static bool WouldChange(ImageStream stream, string tag, TagEvent tagEvent)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(tagEvent);
        return WouldChange(stream.Status.Tags.Find(tag), tagEvent);
    }

    /// <summary>Determines whether a tag has a condition with the same type, status and reason.</summary>
    /// <remarks>The message, the time and the generation are ignored.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="condition">The condition.</param>
    /// <returns>True when the tag has such a condition.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="stream"/>, <paramref name="tag"/> or <paramref name="condition"/> is null.
    /// </exception>
    public static bool HasCondition(ImageStream stream, string tag, TagEventCondition condition)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(condition);
        return (stream.Status.Tags.Find(tag)?.Conditions ?? default).Any(known =>
            known.Type == condition.Type && known.Status == condition.Status
            && (known.Reason ?? "") == (condition.Reason ?? ""));
    }

    /// <summary>Adds an event at the top of a tag's history.</summary>
    /// <remarks>
    /// An event with the image or the pull spec of the latest one replaces it and keeps its time: the tag did not move. Any
    /// change removes the conditions of the tag. The history is never truncated here.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="tagEvent">The event.</param>
    /// <returns>The changed stream; the same object when the event changes nothing.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="stream"/>, <paramref name="tag"/> or <paramref name="tagEvent"/> is null.
    /// </exception>
    public static ImageStream Add(ImageStream stream, string tag, TagEvent tagEvent)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return AddToAll(stream, [tag], tagEvent);
    }

    /// <summary>Replaces the conditions of a tag; its history stays.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="conditions">The new conditions.</param>
    /// <returns>The changed stream; the same object when the tag has these conditions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="tag"/> is null.</exception>
    public static ImageStream SetConditions(ImageStream stream, string tag, ValueList<TagEventCondition> conditions)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        var history = stream.Status.Tags.Find(tag);
        return (history?.Conditions ?? default) == conditions
            ? stream
            : WithHistories(stream, [(history ?? CreateEmpty(tag)) with { Conditions = conditions }]);
    }

    /// <summary>Adds one event at the top of the histories of many tags, in time linear in the stream.</summary>
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

    /// <summary>Adds an event to a history that it changes.</summary>
    internal static NamedTagEventList WithEvent(NamedTagEventList history, TagEvent tagEvent) =>
        history with { Items = Add(history.Items, tagEvent), Conditions = default };

    private static ValueList<TagEvent> Add(ValueList<TagEvent> items, TagEvent tagEvent) => items switch
    {
        // The other fields of the event, such as the platforms, stay with the image.
        [var latest, ..] when latest.Image == tagEvent.Image =>
            items.SetItem(0, latest with { PullSpec = tagEvent.PullSpec, Generation = tagEvent.Generation }),
        [var latest, ..] when latest.PullSpec == tagEvent.PullSpec =>
            items.SetItem(0, tagEvent with { Created = latest.Created }),
        _ => items.Insert(0, tagEvent),
    };

    private static NamedTagEventList CreateEmpty(string tag) => new() { Tag = tag };

    private static ImageStream WithHistories(ImageStream stream, IReadOnlyCollection<NamedTagEventList> histories) =>
        stream with { Status = stream.Status with { Tags = stream.Status.Tags.SetAll(histories) } };
}
