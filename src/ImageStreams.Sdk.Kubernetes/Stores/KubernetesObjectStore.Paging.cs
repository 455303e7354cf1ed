using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <content>Lists whose pages are those of the cluster, of which nothing is kept.</content>
internal sealed partial class KubernetesObjectStore<T, TList>
{
    /// <summary>Reads the first page from the cluster; null where its order is another one.</summary>
    /// <param name="query">The query.</param>
    /// <param name="version">The version; null for the latest.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    private async Task<StorePage<T>?> FindFirstPageAsync(ListQuery query, long? version, CancellationToken cancellationToken)
    {
        if (!_pages.CanRead(query))
        {
            return null;
        }

        try
        {
            var page = await _pages.ReadAsync(query, version, null, cancellationToken).ConfigureAwait(false);
            if (page.Continue is null)
            {
                StoredState<T>.Sort(page.Items);
            }

            return page.Continue is null || await _pages.AreOrderedAsync(query, page.Version, cancellationToken).ConfigureAwait(false)
                ? CreatePage(query, page)
                : null;
        }
        catch (ApiException e) when (e.Reason == ApiFailure.Gone)
        {
            // The whole list is read, which tells whether the version itself is gone.
            return null;
        }
        catch (ApiException e) when (StoreFailures.IsPassing(e))
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    private async Task<StorePage<T>> GoOnAsync(ListQuery query, PageToken token, CancellationToken cancellationToken)
    {
        try
        {
            var page = await _pages.ReadAsync(query, token.Version, token.Server, cancellationToken).ConfigureAwait(false);
            return CreatePage(query, page);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.Gone)
        {
            throw StoreFailures.ExpiredList(token.Version, new PageToken(Latest, token.After).Write(NameList(query)), e);
        }
        catch (ApiException e) when (StoreFailures.IsPassing(e))
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    private StorePage<T> CreatePage(ListQuery query, ServerPage<T> page) => new()
    {
        Items = page.Items.ToValueList(),
        ResourceVersion = StoredVersions.Format(page.Version),
        Remaining = page.Remaining,
        Continue = page.Continue is null
            ? null
            : new PageToken(page.Version, ObjectKey.FromObject(page.Items[^1])) { Server = page.Continue }.Write(NameList(query)),
    };
}
