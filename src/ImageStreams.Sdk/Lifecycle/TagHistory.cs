using ImageStreams.Collections;

namespace ImageStreams.Lifecycle;

/// <summary>How the history of a tag grows.</summary>
/// <remarks>OpenShift's rules. Pure functions from stream to stream; a change that changes nothing gives the same stream back.</remarks>
public static class TagHistory
{
    /// <summary>Whether an event would change the newest entry of a tag's history, or begin one.</summary>
    /// <remarks>The time of an event does not count.</remarks>
    public static bool IsNews(ImageStream stream, string tag, TagEvent tagEvent)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tagEvent);

        return stream.Status.Tags.Find(tag) is not { Items: [var newest, ..] }
            || newest.PullSpec != tagEvent.PullSpec
            || newest.Image != tagEvent.Image
            || newest.Generation != tagEvent.Generation;
    }

    /// <summary>Puts an event at the top of a tag's history.</summary>
    /// <remarks>
    /// An event that shares its image or its pull spec with the newest one takes its place and keeps its time: the tag
    /// did not move. Any change ends the conditions of the tag. The history is never cut here.
    /// </remarks>
    public static ImageStream Add(ImageStream stream, string tag, TagEvent tagEvent)
    {
        if (!IsNews(stream, tag, tagEvent))
        {
            return stream;
        }

        var items = stream.Status.Tags.Find(tag)?.Items ?? default;
        return WithHistory(stream, new NamedTagEventList { Tag = tag, Items = Add(items, tagEvent) });
    }

    /// <summary>Replaces the conditions of a tag; its history stays.</summary>
    public static ImageStream SetConditions(ImageStream stream, string tag, ValueList<TagEventCondition> conditions)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var history = stream.Status.Tags.Find(tag);
        if ((history?.Conditions ?? default) == conditions)
        {
            return stream;
        }

        return WithHistory(stream, (history ?? new NamedTagEventList { Tag = tag }) with { Conditions = conditions });
    }

    private static ValueList<TagEvent> Add(ValueList<TagEvent> items, TagEvent tagEvent)
    {
        if (items is not [var newest, ..])
        {
            return [tagEvent];
        }

        var isSame = newest.PullSpec == tagEvent.PullSpec || newest.Image == tagEvent.Image;
        return isSame ? items.SetItem(0, tagEvent with { Created = newest.Created }) : items.Insert(0, tagEvent);
    }

    private static ImageStream WithHistory(ImageStream stream, NamedTagEventList history) =>
        stream with { Status = stream.Status with { Tags = stream.Status.Tags.Set(history) } };
}
