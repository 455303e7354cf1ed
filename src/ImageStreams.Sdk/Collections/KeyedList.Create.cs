namespace ImageStreams.Collections;

/// <summary>Creates <see cref="KeyedList{T}"/> values.</summary>
public static class KeyedList
{
    /// <summary>Creates a list of the given items.</summary>
    /// <param name="items">The items, in order.</param>
    /// <returns>The list.</returns>
    public static KeyedList<T> Create<T>(ReadOnlySpan<T> items)
        where T : class, IKeyed => KeyedList<T>.Own(items.ToArray());

    /// <summary>Creates a list from a sequence.</summary>
    /// <param name="items">The items, in order.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static KeyedList<T> ToKeyedList<T>(this IEnumerable<T> items)
        where T : class, IKeyed
    {
        ArgumentNullException.ThrowIfNull(items);
        return KeyedList<T>.Own([.. items]);
    }
}
