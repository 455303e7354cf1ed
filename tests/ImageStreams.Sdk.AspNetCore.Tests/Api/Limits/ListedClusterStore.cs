using System.Collections.Concurrent;
using ImageStreams.Storage;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>A store in memory that notes which streams and which other objects it lists.</summary>
internal sealed class ListedClusterStore : IImageStreamStore, IClusterObjectStore
{
    private readonly InMemoryImageStreamStore _inner = new();
    private readonly ListedStore<ImageStream> _streams;
    private readonly ConcurrentDictionary<string, ListedStore<ClusterObject>> _objects = new(StringComparer.Ordinal);

    public ListedClusterStore() => _streams = new ListedStore<ImageStream>(_inner.Streams);

    public IObjectStore<ImageStream> Streams => _streams;

    public IObjectStore<Image> Images => _inner.Images;

    /// <summary>The namespaces of whose streams there were lists.</summary>
    public ConcurrentQueue<string> StreamLists => _streams.Lists;

    /// <summary>The number of lists of limit ranges and quotas.</summary>
    public int LimitLists => _objects.Values.Sum(static one => one.Lists.Count);

    public IObjectStore<ClusterObject> GetObjects(string resource) =>
        _objects.GetOrAdd(resource, name => new ListedStore<ClusterObject>(_inner.GetObjects(name)));
}
