using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>Two versions of a stream without the tags that are equal in both.</summary>
/// <remarks>A list that has tags keeps at least one, because a list that appears or vanishes is a change of its own.</remarks>
internal static class StreamDifference
{
    /// <summary>Returns both versions, which are in normal form; in time linear in what they do not share.</summary>
    public static (ImageStream Old, ImageStream Next) Reduce(ImageStream old, ImageStream next)
    {
        var (oldSpec, nextSpec) = Reduce(old.Spec.Tags, next.Spec.Tags);
        var (oldStatus, nextStatus) = Reduce(old.Status.Tags, next.Status.Tags);
        return (WithTags(old, oldSpec, oldStatus), WithTags(next, nextSpec, nextStatus));
    }

    private static ImageStream WithTags(
        ImageStream stream, KeyedList<TagReference> specTags, KeyedList<NamedTagEventList> histories) => stream with
    {
        Spec = stream.Spec with { Tags = specTags.Map(WithoutEmptyAnnotations) },
        Status = stream.Status with { Tags = histories },
        Metadata = stream.Metadata with { ManagedFields = default },
    };

    private static (KeyedList<T> Old, KeyedList<T> Next) Reduce<T>(
        KeyedList<T> old, KeyedList<T> next)
        where T : class, IKeyed
    {
        var changes = next.FindChanges(old)
            .Where(change => change.Old is null || change.New is null || !change.Old.Equals(change.New))
            .ToList();
        var kept = FindKept(next, changes);
        return (
            Create(old, changes.Select(change => change.Old).Prepend(kept)),
            Create(next, changes.Select(change => change.New).Prepend(kept)));
    }

    /// <summary>Finds a tag that is in both versions; null when each has another change, or there is no such tag.</summary>
    private static T? FindKept<T>(KeyedList<T> next, List<KeyedChange<T>> changes)
        where T : class, IKeyed
    {
        if (changes.Exists(change => change.Old is not null) && changes.Exists(change => change.New is not null))
        {
            return null;
        }

        var changed = changes.Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var item in next)
        {
            if (!changed.Contains(item.Key))
            {
                return item;
            }
        }

        return null;
    }

    private static KeyedList<T> Create<T>(KeyedList<T> all, IEnumerable<T?> items)
        where T : class, IKeyed =>
        all.IsEmpty ? all : KeyedList.Create<T>([.. items.OfType<T>()]);

    /// <summary>Returns the tag without annotations that are empty, which the server stores as null.</summary>
    private static TagReference WithoutEmptyAnnotations(TagReference specTag) =>
        specTag.Annotations.IsEmpty && !specTag.Annotations.IsNull ? specTag with { Annotations = default } : specTag;
}
