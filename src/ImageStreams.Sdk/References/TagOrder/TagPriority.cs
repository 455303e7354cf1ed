namespace ImageStreams.References;

/// <summary>
/// The order in which OpenShift lists tags: <c>latest</c>, then versions newest first, then all others.
/// </summary>
/// <remarks>
/// <para>
/// Versions without a patch number come before complete ones. Within each class the higher version comes first by SemVer
/// precedence, and a version without a leading <c>v</c> before the same one with it. Other tags are in the order of their
/// UTF-8 bytes. OpenShift has no order for tags that differ only in build metadata: they compare as equal, and are sorted by
/// their UTF-8 bytes, so that the order of the input makes no difference.
/// </para>
/// <para>Stateless. To sort many tags, use <see cref="Sort"/>, which parses each of them only once.</para>
/// </remarks>
public sealed class TagPriority : IComparer<string>
{
    /// <summary>The number of tags up to which ranks cost more than they save.</summary>
    private const int FewTags = 32;

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

    /// <summary>Returns tags in order of priority, which is the same for any order of the input.</summary>
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

    /// <summary>Sorts tags in place by priority.</summary>
    /// <param name="tags">The tags, duplicates included.</param>
    public static void Sort(Span<string> tags)
    {
        if (tags.Length <= FewTags)
        {
            SortPlainly(tags);
            return;
        }

        RankedTagSort.Sort(tags);
    }

    /// <summary>Sorts tags by comparing them, which is faster for a few.</summary>
    internal static void SortPlainly(Span<string> tags)
    {
        var keys = new TagSortKey[tags.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = new TagSortKey(tags[i]);
        }

        keys.AsSpan().Sort(tags, static (x, y) => x.CompareWithText(in y));
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
}
