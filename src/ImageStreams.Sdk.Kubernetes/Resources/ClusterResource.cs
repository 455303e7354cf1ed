using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The objects of one resource of a cluster, of any kind, as JSON; see <see cref="ClusterConnection.GetResource"/>.</summary>
/// <remarks>Each call is one request. Failures are <see cref="ApiException"/>s, as those of <see cref="KubernetesImageStreamClient"/>.
/// Is a source for a <see cref="Controllers.Reflector{T}"/>. Instances are thread-safe.</remarks>
public sealed class ClusterResource : IObjectSource<ClusterObject>
{
    private readonly ApiResource<ClusterObject, ClusterObjectList> _resource;

    internal ClusterResource(ApiSender sender, ClusterResourceType type) => (_resource, Type) = (new(sender, type), type);

    /// <summary>The resource.</summary>
    public ClusterResourceType Type { get; }

    string IObjectSource<ClusterObject>.Resource => Type.ToString();

    /// <summary>Gets an object.</summary>
    /// <param name="ns">The namespace; null where the resource has none.</param>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ApiException">There is no such object (<see cref="ApiFailure.NotFound"/>), or the server refuses.</exception>
    public Task<ClusterObject> GetAsync(string? ns, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _resource.GetAsync(ns, name, cancellationToken);
    }

    /// <summary>Lists objects, or one page of them; each has its kind and version.</summary>
    /// <param name="ns">The namespace; null for all.</param>
    /// <param name="options">The selectors and the page; null for everything.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">The server refuses, or the state of the first page is gone (<see cref="ApiFailure.Gone"/>).</exception>
    public async Task<ClusterObjectList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        ListedKinds.FillIn(await _resource.ListAsync(ns, options, cancellationToken).ConfigureAwait(false));

    /// <summary>Watches objects: every change, in order, over ended and broken connections.</summary>
    /// <param name="ns">The namespace; null for all.</param>
    /// <param name="options">The selectors and the version to begin at; null for everything, beginning with what exists.</param>
    /// <param name="cancellationToken">A token to end the watch.</param>
    /// <exception cref="ApiException">The server refuses, or the version is gone (<see cref="ApiFailure.Gone"/>).</exception>
    public IAsyncEnumerable<WatchEvent<ClusterObject>> WatchAsync(
        string? ns, WatchOptions? options = null, CancellationToken cancellationToken = default) =>
        _resource.WatchAsync(ns, options, cancellationToken);

    /// <summary>Creates an object.</summary>
    /// <param name="value">The object, with its kind, version and namespace.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ApiException">The object exists (<see cref="ApiFailure.AlreadyExists"/>), or the server refuses it.</exception>
    public Task<ClusterObject> CreateAsync(
        ClusterObject value, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        return _resource.CreateAsync(value.Metadata.Namespace, value, options, cancellationToken);
    }

    /// <summary>Replaces an object.</summary>
    /// <param name="value">The object, with its kind, and with the version that was read.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="subresource">The part that is replaced, such as <c>status</c>; null for all but the status.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ApiException">Another writer was faster (<see cref="ApiFailure.Conflict"/>), or the server refuses it.</exception>
    public Task<ClusterObject> UpdateAsync(
        ClusterObject value, WriteOptions? options = null, string? subresource = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        return _resource.UpdateAsync(value.Metadata.Namespace, value, options, cancellationToken, subresource);
    }

    /// <summary>Patches an object; an apply creates it where there is none.</summary>
    /// <param name="ns">The namespace; null where the resource has none.</param>
    /// <param name="name">The name.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="options">The options; null for the defaults. An apply has to name a field manager.</param>
    /// <param name="subresource">The part that is patched, such as <c>status</c>; null for all but the status.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="patch"/> is null.</exception>
    /// <exception cref="ApiException">The server refuses it.</exception>
    public Task<PatchResult<ClusterObject>> PatchAsync(
        string? ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        string? subresource = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(patch);
        return _resource.PatchAsync(ns, name, patch, options, cancellationToken, subresource);
    }

    /// <summary>Deletes an object.</summary>
    /// <param name="ns">The namespace; null where the resource has none.</param>
    /// <param name="name">The name.</param>
    /// <param name="options">The preconditions; null for none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ApiException">There is no such object (<see cref="ApiFailure.NotFound"/>), or the server refuses.</exception>
    public Task<DeleteResult<ClusterObject>> DeleteAsync(
        string? ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _resource.DeleteAsync(ns, name, options, cancellationToken);
    }

    async Task<ApiList<ClusterObject>> IObjectSource<ClusterObject>.ListPageAsync(
        string? ns, ListOptions options, CancellationToken cancellationToken) =>
        await ListAsync(ns, options, cancellationToken).ConfigureAwait(false);

    IAsyncEnumerable<WatchEvent<ClusterObject>> IObjectSource<ClusterObject>.WatchChangesAsync(
        string? ns, WatchOptions options, CancellationToken cancellationToken) => WatchAsync(ns, options, cancellationToken);
}
