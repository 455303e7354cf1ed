using ImageStreams.Internal;

namespace ImageStreams.Storage;

/// <summary>A store of streams and images in memory.</summary>
/// <remarks>
/// <para>Reads take no lock and never wait: they use the immutable snapshot of the last write. The cost of the
/// read of an object does not depend on the number of objects; a write, and the search for an object that does not
/// exist, cost its logarithm, and a list costs what it returns. Writers of streams and of images take turns.</para>
/// <para>The last changes of each kind are kept once for all watchers, and each reads them at its own pace; see
/// <see cref="InMemoryStoreOptions.WatchHistory"/>. Versions begin anew with each store, at 1 for the empty one.</para>
/// </remarks>
public sealed class InMemoryImageStreamStore : IImageStreamStore
{
    /// <summary>Creates an empty store.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="timeProvider">The clock of the bookmarks; null for the system's.</param>
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
