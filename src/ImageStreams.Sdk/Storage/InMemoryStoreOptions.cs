using ImageStreams.Internal;

namespace ImageStreams.Storage;

/// <summary>Options of <see cref="InMemoryImageStreamStore"/>.</summary>
/// <remarks>Copied when the store is created; later changes have no effect on it. All options bind from
/// configuration.</remarks>
public sealed class InMemoryStoreOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="WatchHistory"/>: 4,096.</summary>
    public const int DefaultWatchHistory = 4096;

    /// <summary>The largest <see cref="WatchHistory"/>.</summary>
    public const int MaxWatchHistory = 1 << 20;

    /// <summary>Default of <see cref="WatchHistoryBytes"/>: 64 MiB.</summary>
    public const long DefaultWatchHistoryBytes = 64L << 20;

    /// <summary>The number of changes that are kept for each kind; 1 to <see cref="MaxWatchHistory"/>.</summary>
    /// <remarks>
    /// A watcher that is behind by more than this number plus one gets <see cref="StoreFailure.FellBehind"/>; a watch
    /// or the next page of a list at an earlier version gets <see cref="StoreFailure.Expired"/>. Each kept change keeps
    /// the parts of the former object that the next one does not share, and the part of the store's index that it shared:
    /// about 2 KiB in a store of 100,000 objects.
    /// </remarks>
    public int WatchHistory { get; set; } = DefaultWatchHistory;

    /// <summary>
    /// The approximate number of bytes that the kept changes of each kind may keep in memory, beyond the objects that
    /// exist; 1 or more.
    /// </summary>
    /// <remarks>
    /// When they keep more, the oldest changes are dropped before there are <see cref="WatchHistory"/> of them, with the same
    /// effect on watches and lists. The last change is kept regardless of its size.
    /// </remarks>
    public long WatchHistoryBytes { get; set; } = DefaultWatchHistoryBytes;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Between(WatchHistory, 1, MaxWatchHistory);
        errors.AtLeast(WatchHistoryBytes, 1);
    }
}
