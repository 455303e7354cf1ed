using ImageStreams.Storage;
using ImageStreams.Tests.AspNetCore;

namespace ImageStreams.Tests.TestingServer;

/// <summary>A store in memory in which another writer sets a label of each object of a resource before its first update.</summary>
internal sealed class OvertakenClusterStore(string overtaken) : IImageStreamStore, IClusterObjectStore
{
    private readonly InMemoryImageStreamStore _inner = new();
    private OvertakenStore? _overtaken;

    public IObjectStore<ImageStream> Streams => _inner.Streams;

    public IObjectStore<Image> Images => _inner.Images;

    public IObjectStore<ClusterObject> GetObjects(string resource) =>
        resource == overtaken ? _overtaken ??= Overtake(_inner.GetObjects(resource)) : _inner.GetObjects(resource);

    private static OvertakenStore Overtake(IObjectStore<ClusterObject> objects) => new(objects, current => objects.UpdateAsync(
        current with { Metadata = current.Metadata with { Labels = current.Metadata.Labels.Set("other", "1") } }).AsTask());
}
