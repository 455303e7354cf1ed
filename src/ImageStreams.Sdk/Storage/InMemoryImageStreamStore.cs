using ImageStreams.Internal;

namespace ImageStreams.Storage;

/// <summary>Keeps streams and images in memory, for as long as the process runs.</summary>
/// <remarks>
/// <para>Reads take no lock and are never held up: they look at an immutable snapshot that the last write has left. The
/// read of an object that is there does not depend on how many there are; a write, and the search for one that is not
/// there, cost their logarithm, and a list costs what it returns. Writers, of streams and of images, take turns.</para>
/// <para>The last changes of each kind are kept once for all watchers, each of whom reads them at its own pace; see
/// <see cref="InMemoryStoreOptions.WatchHistory"/>. Versions begin anew with each store, at 1 for the empty one.</para>
/// </remarks>
public sealed class InMemoryImageStreamStore : IImageStreamStore
{
    /// <summary>Creates an empty store.</summary>
    /// <param name="options">How much it remembers; null for the defaults.</param>
    /// <param name="timeProvider">What times the bookmarks; null for the system's clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <see cref="InMemoryStoreOptions.WatchHistory"/> is below 1 or above
    /// <see cref="InMemoryStoreOptions.MaxWatchHistory"/>.
    /// </exception>
    public InMemoryImageStreamStore(InMemoryStoreOptions? options = null, TimeProvider? timeProvider = null)
    {
        options ??= new InMemoryStoreOptions();
        OptionsErrors.ThrowIfAny(options);

        var gate = new WriterGate();
        var time = timeProvider ?? TimeProvider.System;
        Streams = new InMemoryObjectStore<ImageStream>(gate, options.WatchHistory, time);
        Images = new InMemoryObjectStore<Image>(gate, options.WatchHistory, time);
    }

    /// <inheritdoc/>
    public IObjectStore<ImageStream> Streams { get; }

    /// <inheritdoc/>
    public IObjectStore<Image> Images { get; }
}
