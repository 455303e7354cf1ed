using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>Reads a list page by page from a server, where its order is that of a store.</summary>
/// <remarks>
/// A server orders objects by their namespace, a slash and their name, so that <c>shop-2/web</c> comes before <c>shop/web</c>: a list of
/// all namespaces has another order. Within one, only names that are stored under another name may have another place, which a label tells.
/// </remarks>
internal sealed class ServerPages<T, TList>(StoreReader<T, TList> reader, int pageSize)
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    private ApiResource<T, TList> Resource => reader.Resource;

    /// <summary>Determines whether a list can be in the order of the server.</summary>
    public bool CanRead(ListQuery query) =>
        query.Limit > 0 && (!reader.Form.Type.IsNamespaced || (query.Namespace is { } ns && reader.CanExist(ns)));

    /// <summary>Reads a page.</summary>
    /// <param name="query">The query; its limit counts.</param>
    /// <param name="version">The version of a first page; null for the latest, and for later pages.</param>
    /// <param name="goOn">The token of the server for a later page; null for the first one.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">The version, or the token, is gone, or the server refuses.</exception>
    public async Task<ServerPage<T>> ReadAsync(ListQuery query, long? version, string? goOn, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        TList list;
        do
        {
            var options = CreateOptions(query.Limit - items.Count, goOn is null ? version : null) with { Continue = goOn };
            list = await Resource.ListAsync(GetNamespace(query), options, cancellationToken).ConfigureAwait(false);
            items.AddRange(list.Items.Select(reader.Form.Decode));
            goOn = string.IsNullOrEmpty(list.Metadata.Continue) ? null : list.Metadata.Continue;
        }
        while (goOn is not null && items.Count < query.Limit);

        return new ServerPage<T>(items, version ?? StoredVersions.Read(list.Metadata.ResourceVersion))
        {
            Continue = goOn,
            Remaining = goOn is null ? 0 : list.Metadata.RemainingItemCount,
        };
    }

    /// <summary>Determines whether all names of a list at a version have the place that they have on the server.</summary>
    public async Task<bool> AreOrderedAsync(ListQuery query, long version, CancellationToken cancellationToken)
    {
        if (reader.Form.UnorderedSelector is not { } selector)
        {
            return true;
        }

        var options = CreateOptions(1, version) with { LabelSelector = selector };
        var list = await Resource.ListAsync(GetNamespace(query), options, cancellationToken).ConfigureAwait(false);
        return list.Items.Count == 0;
    }

    private string? GetNamespace(ListQuery query) => reader.Form.Type.IsNamespaced ? query.Namespace : null;

    private ListOptions CreateOptions(int limit, long? version) => new()
    {
        Limit = Math.Min(limit, pageSize),
        ResourceVersion = version is { } wanted ? StoredVersions.Format(wanted) : null,
        ResourceVersionMatch = version is null ? null : ResourceVersionMatch.Exact,
    };
}
