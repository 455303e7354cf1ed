namespace ImageStreams.Collections;

/// <summary>Makes <see cref="KeyedList{T}"/> values.</summary>
public static class KeyedList
{
    /// <summary>A list of the given items.</summary>
    public static KeyedList<T> Create<T>(ReadOnlySpan<T> items)
        where T : class, IKeyed => KeyedList<T>.Own(items.ToArray());

    /// <summary>A list of what a sequence yields.</summary>
    public static KeyedList<T> ToKeyedList<T>(this IEnumerable<T> items)
        where T : class, IKeyed => KeyedList<T>.Own([.. items]);
}
