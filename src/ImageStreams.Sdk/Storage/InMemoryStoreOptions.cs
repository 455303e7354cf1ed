namespace ImageStreams.Storage;

/// <summary>How much an <see cref="InMemoryImageStreamStore"/> remembers.</summary>
/// <remarks>Read once, when the store is made; later changes have no effect.</remarks>
public sealed class InMemoryStoreOptions
{
    /// <summary>What <see cref="WatchHistory"/> is unless said otherwise.</summary>
    public const int DefaultWatchHistory = 4096;

    /// <summary>The most that <see cref="WatchHistory"/> may be.</summary>
    public const int MaxWatchHistory = 1 << 20;

    /// <summary>
    /// How many of the last changes are kept for each kind, 1 or more; 4,096 by default.
    /// </summary>
    /// <remarks>
    /// A watcher that is behind by more than these and one change gets <see cref="StoreFailure.FellBehind"/>; a watch or a
    /// list's next page that asks for an earlier version gets <see cref="StoreFailure.Expired"/>. A kept change holds on
    /// to the object as it was and to what the store's index shared with it then: about 2 KiB beside the object in a store
    /// of 100,000.
    /// </remarks>
    public int WatchHistory { get; set; } = DefaultWatchHistory;
}
