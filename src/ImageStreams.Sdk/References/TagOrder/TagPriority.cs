namespace ImageStreams.References;

/// <summary>
/// The order in which OpenShift lists tags: <c>latest</c>, then versions newest first, then all others.
/// </summary>
/// <remarks>
/// <para>
/// Versions without a patch number come before complete ones. Within each class the higher version comes first by SemVer
/// precedence, and a version without a leading <c>v</c> before the same one with it. Other tags are in the order of their
/// UTF-8 bytes. Tags that differ only in build metadata are equal in this order.
/// </para>
/// <para>Stateless. To sort many tags, use <see cref="Sort"/>, which parses each of them only once.</para>
/// </remarks>
public sealed class TagPriority : IComparer<string>
{
    private TagPriority()
    {
    }

    /// <summary>The only instance; it has no state.</summary>
    public static TagPriority Instance { get; } = new();

    /// <summary>Classifies a tag by its form.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>Its class, prefix and version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static TagClassification Classify(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var key = new TagSortKey(tag);
        return new TagClassification { Class = key.Class, Prefix = key.Prefix, Version = key.Version };
    }

    /// <summary>Returns tags in order of priority; equal tags keep their relative order.</summary>
    /// <param name="tags">The tags, duplicates included.</param>
    /// <returns>A new list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tags"/> is null.</exception>
    public static IReadOnlyList<string> Prioritize(IEnumerable<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        string[] sorted = [.. tags];
        Sort(sorted);
        return Array.AsReadOnly(sorted);
    }

    /// <summary>Sorts tags in place by priority; equal tags keep their relative order.</summary>
    /// <param name="tags">The tags, duplicates included.</param>
    public static void Sort(Span<string> tags)
    {
        var unsorted = tags.ToArray();
        var order = new int[unsorted.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        order.AsSpan().Sort(new PositionComparer(Array.ConvertAll(unsorted, tag => new TagSortKey(tag))));
        for (var i = 0; i < order.Length; i++)
        {
            tags[i] = unsorted[order[i]];
        }
    }

    /// <summary>Compares two tags; null comes before every tag.</summary>
    /// <param name="x">One tag.</param>
    /// <param name="y">The other tag.</param>
    /// <returns>
    /// Negative when <paramref name="x"/> comes first, 0 when the tags are equal in this order.
    /// </returns>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return (x is not null).CompareTo(y is not null);
        }

        return new TagSortKey(x).CompareTo(new TagSortKey(y));
    }

    /// <summary>Orders positions by their keys, and equal keys by position.</summary>
    private sealed class PositionComparer(TagSortKey[] keys) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            var order = keys[x].CompareTo(in keys[y]);
            return order != 0 ? order : x.CompareTo(y);
        }
    }
}
