namespace ImageStreams.Internal;

/// <summary>Lists untrusted names in sentences.</summary>
internal static class ListText
{
    /// <summary>The maximum number of names in a sentence.</summary>
    public const int MaxItems = 5;

    /// <summary>
    /// Lists the first names, escaped and cut, and the number of the others: <c>a, b and c</c>, or
    /// <c>a, b, c, d, e and 995 more</c>.
    /// </summary>
    /// <param name="items">The names.</param>
    /// <param name="word">The word before the last name, such as <c>and</c>.</param>
    public static string Format<T>(IReadOnlyCollection<T> items, string word)
    {
        var parts = items.Take(MaxItems).Select(item => PrintableText.ShowName($"{item}")).ToList();
        if (items.Count > MaxItems)
        {
            parts.Add($"{items.Count - MaxItems} more");
        }

        return parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} {word} {parts[^1]}";
    }
}
