using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>How the two lists of tags of a stream lie beside each other.</summary>
internal static class TagLayout
{
    /// <summary>
    /// Whether no tag is listed twice, and every history is that of a wish and comes in the order of the wishes: what
    /// the API server writes for streams whose tags nobody pushes to.
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

            matched += matched < histories.Length && histories[matched].Tag == specTags[i].Name ? 1 : 0;
        }

        return matched == histories.Length;
    }

    /// <summary>Whether two versions of a stream have the same tags in the same places.</summary>
    public static bool HaveSameTags(ImageStream one, ImageStream other) =>
        HaveSameKeys(one.Spec.Tags, other.Spec.Tags) && HaveSameKeys(one.Status.Tags, other.Status.Tags);

    private static bool HaveSameKeys<T>(KeyedList<T> one, KeyedList<T> other)
        where T : class, IKeyed
    {
        if (one.IsSameAs(other))
        {
            return true;
        }

        var isAlike = one.Count == other.Count;
        for (var i = 0; isAlike && i < one.Count; i++)
        {
            isAlike = one[i].Key == other[i].Key;
        }

        return isAlike;
    }
}
