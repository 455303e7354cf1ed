using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>The reads and patches that streams and both forms of their tags have in a cluster.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <typeparam name="TList">The kind of its lists.</typeparam>
/// <param name="sender">The connection.</param>
/// <param name="type">The resource.</param>
internal abstract class ClusterObjects<T, TList>(ApiSender sender, ClusterResourceType type)
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    protected ApiResource<T, TList> Resource { get; } = new(sender, type);

    public Task<T> GetAsync(string ns, string name, CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        return Resource.GetAsync(ns, name, cancellationToken);
    }

    public Task<TList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        Resource.ListAsync(ns, options, cancellationToken);

    public Task<T> PatchAsync(
        string ns,
        string name,
        Func<T, T> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name);
        ArgumentNullException.ThrowIfNull(change);
        return Resource.ChangeAsync(ns, name, change, options, cancellationToken);
    }

    public Task<PatchResult<T>> PatchAsync(
        string ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ClientArguments.Require(ns, name, patch);
        return Resource.PatchAsync(ns, name, patch, options, cancellationToken);
    }
}
