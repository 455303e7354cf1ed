using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>Compares the order of <c>spec.tags</c> and <c>status.tags</c>.</summary>
internal static class TagLayout
{
    /// <summary>
    /// Determines whether no tag is listed twice, and the histories are those of spec tags and in the same order. The API
    /// server writes this for streams whose tags are not pushed to.
    /// </summary>
    public static bool IsRegular(ImageStream stream)
    {
        var specTags = stream.Spec.Tags.AsSpan();
        var histories = stream.Status.Tags.AsSpan();
        var matched = 0;
        for (var i = 0; i < specTags.Length; i++)
        {
            if (i > 0 && string.CompareOrdinal(specTags[i - 1].Name, specTags[i].Name) >= 0)
            {
                return false;
            }

            if (matched < histories.Length && histories[matched].Tag == specTags[i].Name)
            {
                matched++;
            }
        }

        return matched == histories.Length;
    }

    /// <summary>Determines whether two versions of a stream have the same tags in the same slots.</summary>
    public static bool HaveSameTags(ImageStream one, ImageStream other) =>
        HaveSameKeys(one.Spec.Tags, other.Spec.Tags) && HaveSameKeys(one.Status.Tags, other.Status.Tags);

    private static bool HaveSameKeys<T>(KeyedList<T> one, KeyedList<T> other)
        where T : class, IKeyed
    {
        if (one.IsSameAs(other))
        {
            return true;
        }

        var isSame = one.Count == other.Count;
        for (var i = 0; isSame && i < one.Count; i++)
        {
            isSame = one[i].Key == other[i].Key;
        }

        return isSame;
    }
}
