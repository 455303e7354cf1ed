using System.Collections.Concurrent;
using ImageStreams.Internal;

namespace ImageStreams.Storage;

/// <summary>A store of streams, images and the other objects of a cluster in memory.</summary>
/// <remarks>
/// <para>Reads take no lock and never wait: they use the immutable snapshot of the last write. Reading an object takes
/// constant time; a write, and the search for an object that does not exist, take logarithmic time, and a list takes
/// time in proportion to its result. Writers of all kinds take turns.</para>
/// <para>The last changes of each kind are kept once for all watchers, and each reads them at its own pace; see
/// <see cref="InMemoryStoreOptions.WatchHistory"/> and <see cref="InMemoryStoreOptions.WatchHistoryBytes"/>. Versions of a
/// stream share the tags that are the same objects in both. The versions of each store start at 1, which is the empty store.</para>
/// </remarks>
public sealed class InMemoryImageStreamStore : IImageStreamStore, IClusterObjectStore
{
    /// <summary>The version of the empty store.</summary>
    private const long FirstVersion = 1;

    private readonly ConcurrentDictionary<string, IObjectStore<ClusterObject>> _others = new(StringComparer.Ordinal);
    private readonly Func<string, IObjectStore<ClusterObject>> _createOther;

    /// <summary>Creates an empty store.</summary>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="timeProvider">The time provider of the bookmarks, or null for the system clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public InMemoryImageStreamStore(InMemoryStoreOptions? options = null, TimeProvider? timeProvider = null)
    {
        options ??= new InMemoryStoreOptions();
        OptionsErrors.ThrowIfAny(options);

        var gate = new WriterGate();
        var time = timeProvider ?? TimeProvider.System;
        var (changes, bytes) = (options.WatchHistory, options.WatchHistoryBytes);
        Streams = new InMemoryObjectStore<ImageStream>(
            gate, new ChangeHistory<ImageStream>(changes, bytes, StreamSize.MeasureDropped, gate.Version), time);
        Images = new InMemoryObjectStore<Image>(
            gate, new ChangeHistory<Image>(changes, bytes, ImageSize.MeasureDropped, gate.Version), time);

        // A resource that is named later was empty all the time, so that a watch of it may begin at any earlier version.
        _createOther = resource => new InMemoryObjectStore<ClusterObject>(
            gate,
            new ChangeHistory<ClusterObject>(changes, bytes, ClusterObjectSize.MeasureDropped, FirstVersion),
            time,
            resource);
    }

    /// <inheritdoc/>
    public IObjectStore<ImageStream> Streams { get; }

    /// <inheritdoc/>
    public IObjectStore<Image> Images { get; }

    /// <inheritdoc/>
    public IObjectStore<ClusterObject> GetObjects(string resource)
    {
        ArgumentException.ThrowIfNullOrEmpty(resource);
        return _others.GetOrAdd(resource, _createOther);
    }
}
