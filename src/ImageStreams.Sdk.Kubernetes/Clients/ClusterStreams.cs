using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The streams of a cluster.</summary>
internal sealed class ClusterStreams(ApiSender sender)
    : ClusterObjects<ImageStream, ImageStreamList>(sender, ImageResourceTypes.Streams), IImageStreamsResource
{
    private const string Status = "status";
    private const string Layers = "layers";

    public Task<ImageStream> CreateAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Resource.CreateAsync(stream.Namespace, stream.WithTypeMeta(), options, cancellationToken);
    }

    public Task<ImageStream> UpdateAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Resource.UpdateAsync(stream.Namespace, stream.WithTypeMeta(), options, cancellationToken);
    }

    public Task<ImageStream> UpdateStatusAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Resource.UpdateAsync(stream.Namespace, stream.WithTypeMeta(), options, cancellationToken, Status);
    }

    public Task<PatchResult<ImageStream>> PatchStatusAsync(
        string ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name, patch);
        return Resource.PatchAsync(ns, name, patch, options, cancellationToken, Status);
    }

    public Task<DeleteResult<ImageStream>> DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        return Resource.DeleteAsync(ns, name, options, cancellationToken);
    }

    public IAsyncEnumerable<WatchEvent<ImageStream>> WatchAsync(
        string? ns, WatchOptions? options = null, CancellationToken cancellationToken = default) =>
        Resource.WatchAsync(ns, options, cancellationToken);

    public Task<ImageStreamLayers> GetLayersAsync(string ns, string name, CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        return Resource.GetAsync<ImageStreamLayers>(ns, name, Layers, cancellationToken);
    }
}
