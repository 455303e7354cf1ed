using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>The tags of a cluster's streams, in one of the two forms in which they are served.</summary>
/// <typeparam name="T">The form.</typeparam>
/// <typeparam name="TList">The form of its lists.</typeparam>
/// <param name="sender">The connection.</param>
/// <param name="type">The resource.</param>
/// <param name="withType">Adds kind and version, which requests need.</param>
internal abstract class ClusterTags<T, TList>(ApiSender sender, ClusterResourceType type, Func<T, T> withType)
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    private readonly ApiResource<T, TList> _resource = new(sender, type);

    public Task<T> GetAsync(string ns, string name, CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        return _resource.GetAsync(ns, name, cancellationToken);
    }

    public Task<TList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _resource.ListAsync(ns, options, cancellationToken);

    public Task<T> CreateAsync(
        T tag, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return _resource.CreateAsync(tag.Namespace, withType(tag), options, cancellationToken);
    }

    public Task<T> UpdateAsync(
        T tag, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return _resource.UpdateAsync(tag.Namespace, withType(tag), options, cancellationToken);
    }

    public Task<T> PatchAsync(
        string ns,
        string name,
        Func<T, T> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        ArgumentNullException.ThrowIfNull(change);
        return _resource.ChangeAsync(ns, name, change, options, cancellationToken);
    }

    public Task<PatchResult<T>> PatchAsync(
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
