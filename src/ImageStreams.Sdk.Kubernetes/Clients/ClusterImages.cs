using System.Runtime.CompilerServices;
using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The images of a cluster.</summary>
internal sealed class ClusterImages : IImagesResource
{
    private readonly ApiResource<Image, ImageList> _resource;
    private readonly CustomImages _custom;

    public ClusterImages(ApiSender sender)
    {
        _resource = new(sender, ImageResourceTypes.Images);
        _custom = new(_resource);
    }

    public Task<Image> GetAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _custom.GetAsync(name, cancellationToken);
    }

    public async Task<ImageList> ListAsync(ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = await _resource.ListAsync(null, options, cancellationToken).ConfigureAwait(false);
        return list with { Items = list.Items.Select(_custom.Read).ToValueList() };
    }

    public async IAsyncEnumerable<WatchEvent<Image>> WatchAsync(
        WatchOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var change in _resource.WatchAsync(null, options, cancellationToken).ConfigureAwait(false))
        {
            yield return _custom.Read(change);
        }
    }

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
