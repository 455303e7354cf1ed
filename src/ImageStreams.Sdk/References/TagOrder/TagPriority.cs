namespace ImageStreams.References;

/// <summary>
/// The order in which OpenShift lists tags: <c>latest</c>, then versions newest first, then all others.
/// </summary>
/// <remarks>
/// <para>
/// Versions without a patch number come before complete ones. Within each the higher one comes first by SemVer
/// precedence, and one without a leading <c>v</c> before the same one with it. Other tags are in the order of their
/// UTF-8 bytes. Tags that differ in build metadata only are equal in this order.
/// </para>
/// <para>It has no state. To sort many tags, <see cref="Sort"/> looks at each of them only once.</para>
/// </remarks>
public sealed class TagPriority : IComparer<string>
{
    private TagPriority()
    {
    }

    /// <summary>The one comparer.</summary>
    public static TagPriority Instance { get; } = new();

    /// <summary>What a tag says by its form.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>Its class, prefix and version.</returns>
    public static TagClassification Classify(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var key = new TagSortKey(tag);
        return new TagClassification { Class = key.Class, Prefix = key.Prefix, Version = key.Version };
    }

    /// <summary>The tags in order of priority; equal ones stay in the order they came in.</summary>
    /// <param name="tags">The tags, duplicates included.</param>
    /// <returns>A new list.</returns>
    public static IReadOnlyList<string> Prioritize(IEnumerable<string> tags)
    {
        string[] sorted = [.. tags];
        Sort(sorted);
        return Array.AsReadOnly(sorted);
    }

    /// <summary>Sorts tags in place by priority; equal ones stay in the order they came in.</summary>
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
    /// Negative when <paramref name="x"/> is to be listed first, 0 when the two are equal in this order.
    /// </returns>
    public int Compare(string? x, string? y) =>
        x is null || y is null ? (x is not null).CompareTo(y is not null) : new TagSortKey(x).CompareTo(new TagSortKey(y));

    /// <summary>Orders positions by the keys there, and by themselves where those are equal.</summary>
    private sealed class PositionComparer(TagSortKey[] keys) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            var order = keys[x].CompareTo(in keys[y]);
            return order != 0 ? order : x.CompareTo(y);
        }
    }
}
