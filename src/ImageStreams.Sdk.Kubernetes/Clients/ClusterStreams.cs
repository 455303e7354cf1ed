using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The streams of a cluster.</summary>
internal sealed class ClusterStreams(ApiSender sender) : IImageStreamsResource
{
    private const string Status = "status";
    private const string Layers = "layers";

    private readonly ApiResource<ImageStream, ImageStreamList> _resource = new(sender, ImageResourceTypes.Streams);

    public Task<ImageStream> GetAsync(string ns, string name, CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        return _resource.GetAsync(ns, name, cancellationToken);
    }

    public Task<ImageStreamList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _resource.ListAsync(ns, options, cancellationToken);

    public Task<ImageStream> CreateAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return _resource.CreateAsync(stream.Namespace, stream.WithTypeMeta(), options, cancellationToken);
    }

    public Task<ImageStream> UpdateAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return _resource.UpdateAsync(stream.Namespace, stream.WithTypeMeta(), options, cancellationToken);
    }

    public Task<ImageStream> UpdateStatusAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return _resource.UpdateAsync(stream.Namespace, stream.WithTypeMeta(), options, cancellationToken, Status);
    }

    public Task<ImageStream> PatchAsync(
        string ns,
        string name,
        Func<ImageStream, ImageStream> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        ArgumentNullException.ThrowIfNull(change);
        return _resource.ChangeAsync(ns, name, change, options, cancellationToken);
    }

    public Task<PatchResult<ImageStream>> PatchAsync(
        string ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name, patch);
        return _resource.PatchAsync(ns, name, patch, options, cancellationToken);
    }

    public Task<PatchResult<ImageStream>> PatchStatusAsync(
        string ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name, patch);
        return _resource.PatchAsync(ns, name, patch, options, cancellationToken, Status);
    }

    public Task<DeleteResult<ImageStream>> DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        return _resource.DeleteAsync(ns, name, options, cancellationToken);
    }

    public IAsyncEnumerable<WatchEvent<ImageStream>> WatchAsync(
        string? ns, WatchOptions? options = null, CancellationToken cancellationToken = default) =>
        _resource.WatchAsync(ns, options, cancellationToken);

    public Task<ImageStreamLayers> GetLayersAsync(string ns, string name, CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        return _resource.GetAsync<ImageStreamLayers>(ns, name, Layers, cancellationToken);
    }
}
