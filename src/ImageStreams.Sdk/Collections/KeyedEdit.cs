namespace ImageStreams.Collections;

/// <summary>A change of one key of a <see cref="KeyedList{T}"/>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Item">The new item; null to remove the item.</param>
internal readonly record struct KeyedEdit<T>(string Key, T? Item)
    where T : class, IKeyed
{
    /// <summary>Creates the edit that adds or replaces an item.</summary>
    public static KeyedEdit<T> Set(T item) => new(item.Key, item);
}
