using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>Reads the resources of a kind as the objects that they keep.</summary>
internal sealed class StoreReader<T, TList>(ApiResource<T, TList> resource, IStoredForm<T> form, int pageSize)
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    private const int MaxAttempts = 5;

    public ApiResource<T, TList> Resource => resource;

    public IStoredForm<T> Form => form;

    /// <summary>Finds an object; null when there is none.</summary>
    public async Task<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken) =>
        await FindResourceAsync(key, cancellationToken).ConfigureAwait(false) is { } found ? form.Decode(found) : null;

    /// <summary>Finds the custom resource of an object; null when there is none.</summary>
    public async Task<T?> FindResourceAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!CanExist(key.Namespace))
        {
            return null;
        }

        try
        {
            return await resource.GetAsync(GetNamespace(key), form.EncodeName(key.Name), cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            return null;
        }
        catch (ApiException e) when (StoreFailures.IsPassing(e))
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    /// <summary>Reads the objects of a namespace, or one of them.</summary>
    /// <param name="ns">The namespace; null for all.</param>
    /// <param name="name">The name; null for all.</param>
    /// <param name="version">The version; null for the latest.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="StoreException">The version is no longer known, or the cluster does not answer.</exception>
    public async Task<StoredState<T>> FetchAsync(string? ns, string? name, long? version, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (ns is not null && !CanExist(ns))
        {
            return new StoredState<T>(version ?? await GetVersionAsync(cancellationToken).ConfigureAwait(false), []);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await FetchPagesAsync(ns, name, version, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Reason == ApiFailure.Gone && version is null && attempt < MaxAttempts)
            {
                // The cluster forgot the list while it was read.
            }
            catch (ApiException e) when (e.Reason == ApiFailure.Gone)
            {
                throw StoreFailures.ExpiredList(version ?? 0, null, e);
            }
            catch (ApiException e) when (StoreFailures.IsPassing(e))
            {
                throw StoreFailures.Unavailable(e);
            }
        }
    }

    /// <summary>Gets the version that the cluster is at.</summary>
    public async Task<long> GetVersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            var page = await resource.ListAsync(null, new ListOptions { Limit = 1 }, cancellationToken).ConfigureAwait(false);
            return StoredVersions.Read(page.Metadata.ResourceVersion);
        }
        catch (ApiException e) when (StoreFailures.IsPassing(e))
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    /// <summary>Determines whether a cluster can have such a namespace.</summary>
    public bool CanExist(string ns) => form.Type.IsNamespaced ? StoredNames.IsNamespace(ns) : ns.Length == 0;

    public string? GetNamespace(ObjectKey key) => form.Type.IsNamespaced ? key.Namespace : null;

    private async Task<StoredState<T>> FetchPagesAsync(string? ns, string? name, long? version, CancellationToken cancellationToken)
    {
        var options = new ListOptions
        {
            Limit = pageSize,
            FieldSelector = name is null ? null : $"metadata.name={form.EncodeName(name)}",
            ResourceVersion = version is { } wanted ? StoredVersions.Format(wanted) : null,
            ResourceVersionMatch = version is null ? null : ResourceVersionMatch.Exact,
        };
        var items = new List<T>();
        TList page;
        do
        {
            page = await resource.ListAsync(form.Type.IsNamespaced ? ns : null, options, cancellationToken).ConfigureAwait(false);
            items.AddRange(page.Items.Select(form.Decode));
            options = options with { Continue = page.Metadata.Continue, ResourceVersion = null, ResourceVersionMatch = null };
        }
        while (!string.IsNullOrEmpty(options.Continue));

        StoredState<T>.Sort(items);
        return new StoredState<T>(StoredVersions.Read(page.Metadata.ResourceVersion), items);
    }
}
