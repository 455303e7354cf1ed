using ImageStreams.Clients;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>The tags of a cluster's streams, in one of the two forms in which they are served.</summary>
/// <typeparam name="T">The form.</typeparam>
/// <typeparam name="TList">The form of its lists.</typeparam>
/// <param name="sender">The connection.</param>
/// <param name="type">The resource.</param>
/// <param name="withType">Adds kind and version, which requests need.</param>
internal abstract class ClusterTags<T, TList>(ApiSender sender, ClusterResourceType type, Func<T, T> withType)
    : ClusterObjects<T, TList>(sender, type)
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    public Task<T> CreateAsync(
        T tag, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return Resource.CreateAsync(tag.Namespace, withType(tag), options, cancellationToken);
    }

    public Task<T> UpdateAsync(
        T tag, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return Resource.UpdateAsync(tag.Namespace, withType(tag), options, cancellationToken);
    }

    public Task DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        return Resource.DeleteAsync(ns, name, options, cancellationToken);
    }
}
