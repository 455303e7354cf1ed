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

    /// <summary>The number of changes that are kept for each kind; 1 to <see cref="MaxWatchHistory"/>.</summary>
    /// <remarks>
    /// A watcher that is behind by more than this number plus one gets <see cref="StoreFailure.FellBehind"/>; a watch
    /// or the next page of a list at an earlier version gets <see cref="StoreFailure.Expired"/>. Each kept change keeps
    /// the former object and the part of the store's index that it shared: about 2 KiB in addition to the object in a
    /// store of 100,000 objects.
    /// </remarks>
    public int WatchHistory { get; set; } = DefaultWatchHistory;

    void ICheckedOptions.Check(OptionsErrors errors) => errors.Between(WatchHistory, 1, MaxWatchHistory);
}
