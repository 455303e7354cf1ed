namespace ImageStreams.Collections;

/// <summary>A difference between two versions of a list: two items with one key that are not the same object.</summary>
/// <param name="Old">The item in the older list; null when it was added.</param>
/// <param name="New">The item in the newer list; null when it was removed.</param>
internal readonly record struct KeyedChange<T>(T? Old, T? New)
    where T : class, IKeyed
{
    /// <summary>The key of both.</summary>
    public string Key => (New ?? Old!).Key;
}
