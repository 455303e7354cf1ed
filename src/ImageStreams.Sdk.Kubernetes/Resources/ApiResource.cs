using System.Runtime.CompilerServices;
using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The verbs of a resource.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <typeparam name="TList">The kind of its lists.</typeparam>
internal sealed class ApiResource<T, TList>(ApiSender sender, ClusterResourceType type)
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    private const int MaxAttempts = 30;

    private readonly ResourcePaths _paths = new(type);

    public ApiSender Sender => sender;

    public async Task<T> GetAsync(string? ns, string name, CancellationToken cancellationToken) =>
        await GetAsync<T>(ns, name, null, cancellationToken).ConfigureAwait(false);

    public async Task<TValue> GetAsync<TValue>(string? ns, string name, string? subresource, CancellationToken cancellationToken)
        where TValue : class, IWireObject<TValue>
    {
        var reply = await sender.SendAsync(new(HttpMethod.Get, _paths.GetObject(ns, name, subresource)), cancellationToken).ConfigureAwait(false);
        return ResourceBodies.Read<TValue>(reply.Body);
    }

    public async Task<TList> ListAsync(string? ns, ListOptions? options, CancellationToken cancellationToken)
    {
        var path = ResourceQueries.List(_paths.GetCollection(ns), options);
        var reply = await sender.SendAsync(new(HttpMethod.Get, path), cancellationToken).ConfigureAwait(false);
        var list = ResourceBodies.Read<TList>(reply.Body);
        return list is ClusterObjectList objects ? (TList)(object)ListedKinds.FillIn(objects) : list;
    }

    /// <summary>Lists all objects by pages, which are those of one state.</summary>
    /// <returns>The objects, and the version of the state.</returns>
    public async Task<(List<T> Items, string? Version)> ListAllAsync(string? ns, ListOptions first, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        string? version = null;
        var page = first;
        do
        {
            var list = await ListAsync(ns, page, cancellationToken).ConfigureAwait(false);
            items.AddRange(list.Items);
            version ??= list.Metadata.ResourceVersion;
            page = page with { Continue = list.Metadata.Continue };
        }
        while (!string.IsNullOrEmpty(page.Continue));

        return (items, version);
    }

    public async Task<T> CreateAsync(string? ns, T value, WriteOptions? options, CancellationToken cancellationToken) =>
        ResourceBodies.Read<T>((await PostAsync(ns, value, options, cancellationToken).ConfigureAwait(false)).Body);

    public Task<ApiReply> PostAsync(string? ns, T value, WriteOptions? options, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, _paths.GetCollection(ns ?? (type.IsNamespaced ? "" : null)), value, options, cancellationToken);

    public async Task<T> UpdateAsync(
        string? ns, T value, WriteOptions? options, CancellationToken cancellationToken, string? subresource = null)
    {
        var path = _paths.GetObject(ns, value.Name, subresource);
        return ResourceBodies.Read<T>((await WriteAsync(HttpMethod.Put, path, value, options, cancellationToken).ConfigureAwait(false)).Body);
    }

    public async Task<PatchResult<T>> PatchAsync(
        string? ns, string name, ObjectPatch patch, WriteOptions? options, CancellationToken cancellationToken, string? subresource = null)
    {
        var path = ResourceQueries.Write(_paths.GetObject(ns, name, subresource), options, patch.Type == PatchType.Apply);
        var call = new ApiCall(HttpMethod.Patch, path) { Body = patch.Utf8Json, MediaType = patch.MediaType, OnWarning = options?.OnWarning };
        var reply = await sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return new PatchResult<T> { Object = ResourceBodies.Read<T>(reply.Body), Created = reply.StatusCode == 201 };
    }

    /// <summary>Reads, changes and updates an object, again while others write in between.</summary>
    public async Task<T> ChangeAsync(
        string? ns, string name, Func<T, T> change, WriteOptions? options, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var current = await GetAsync(ns, name, cancellationToken).ConfigureAwait(false);
            var next = change(current) ?? throw new ArgumentException("The function returned null.", nameof(change));
            try
            {
                return await UpdateAsync(ns, next, options, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Reason == ApiFailure.Conflict && attempt < MaxAttempts && HaveSameVersion(next, current))
            {
                // The next attempt reads what the other writer has written.
            }

            await ConflictWaits.WaitAsync(attempt, sender.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<DeleteResult<T>> DeleteAsync(string? ns, string name, DeleteOptions? options, CancellationToken cancellationToken)
    {
        var call = new ApiCall(HttpMethod.Delete, _paths.GetObject(ns, name)) { Body = ResourceBodies.Write(options) };
        var reply = await sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return ResourceBodies.ReadDeleted<T>(name, reply.Body);
    }

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync(
        string? ns, WatchOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Each enumeration is a watch of its own.
        var watch = new ResumedWatch<T, TList>(this, ns, options ?? new WatchOptions());
        await foreach (var change in watch.RunAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return change;
        }
    }

    /// <summary>Opens one request of a watch.</summary>
    /// <param name="ns">The namespace; null for all.</param>
    /// <param name="options">The selectors.</param>
    /// <param name="version">The version after which it begins; null to begin with the objects that exist.</param>
    /// <param name="timeoutSeconds">The time after which the server ends it.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task<HttpResponseMessage> OpenWatchAsync(
        string? ns, WatchOptions options, string? version, long timeoutSeconds, CancellationToken cancellationToken)
    {
        var path = ResourceQueries.Watch(_paths.GetCollection(ns), options, version, timeoutSeconds);
        return await sender.OpenAsync(new(HttpMethod.Get, path), cancellationToken).ConfigureAwait(false);
    }

    private static bool HaveSameVersion(T next, T current) => next.Metadata.ResourceVersion == current.Metadata.ResourceVersion;

    private Task<ApiReply> WriteAsync(
        HttpMethod method, string path, T value, WriteOptions? options, CancellationToken cancellationToken) => sender.SendAsync(
        new(method, ResourceQueries.Write(path, options))
        {
            Body = ImageStreamJson.SerializeToUtf8Bytes(value),
            OnWarning = options?.OnWarning,
        },
        cancellationToken);
}
