using ImageStreams.Clients;
using ImageStreams.Patching;

namespace ImageStreams.Kubernetes;

/// <summary>The tags of a cluster's streams.</summary>
internal sealed class ClusterStreamTags(ApiSender sender) : IImageStreamTagsResource
{
    private readonly ApiResource<ImageStreamTag, ImageStreamTagList> _resource = new(sender, ImageResourceTypes.Tags);

    public Task<ImageStreamTag> GetAsync(string ns, string name, CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        return _resource.GetAsync(ns, name, cancellationToken);
    }

    public Task<ImageStreamTagList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _resource.ListAsync(ns, options, cancellationToken);

    public Task<ImageStreamTag> CreateAsync(
        ImageStreamTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return _resource.CreateAsync(tag.Namespace, tag.WithTypeMeta(), options, cancellationToken);
    }

    public Task<ImageStreamTag> UpdateAsync(
        ImageStreamTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return _resource.UpdateAsync(tag.Namespace, tag.WithTypeMeta(), options, cancellationToken);
    }

    public Task<ImageStreamTag> PatchAsync(
        string ns,
        string name,
        Func<ImageStreamTag, ImageStreamTag> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        ArgumentNullException.ThrowIfNull(change);
        return _resource.ChangeAsync(ns, name, change, options, cancellationToken);
    }

    public Task<PatchResult<ImageStreamTag>> PatchAsync(
        string ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name, patch);
        return _resource.PatchAsync(ns, name, patch, options, cancellationToken);
    }

    public Task DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        return _resource.DeleteAsync(ns, name, options, cancellationToken);
    }
}
