using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The images of a cluster.</summary>
internal sealed class ClusterImages(ApiSender sender) : IImagesResource
{
    private readonly ApiResource<Image, ImageList> _resource = new(sender, ImageResourceTypes.Images);

    public Task<Image> GetAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _resource.GetAsync(null, name, cancellationToken);
    }

    public Task<ImageList> ListAsync(ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _resource.ListAsync(null, options, cancellationToken);

    public IAsyncEnumerable<WatchEvent<Image>> WatchAsync(WatchOptions? options = null, CancellationToken cancellationToken = default) =>
        _resource.WatchAsync(null, options, cancellationToken);

    public Task<Image> CreateAsync(Image image, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        return _resource.CreateAsync(null, image.WithTypeMeta(), options, cancellationToken);
    }

    public Task<Image> UpdateAsync(Image image, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        return _resource.UpdateAsync(null, image.WithTypeMeta(), options, cancellationToken);
    }

    public Task<PatchResult<Image>> PatchAsync(
        string name, ObjectPatch patch, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ClientArguments.Require("", name, patch);
        return _resource.PatchAsync(null, name, patch, options, cancellationToken);
    }

    public Task DeleteAsync(string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _resource.DeleteAsync(null, name, options, cancellationToken);
    }
}
