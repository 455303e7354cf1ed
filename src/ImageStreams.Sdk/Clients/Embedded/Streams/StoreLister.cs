using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Reads a page of the objects that a selector matches.</summary>
/// <remarks>
/// When a page of the store has too few matches, the next page is read for the rest, so that the token of the last page
/// always fits. Without a limit there is one page.
/// </remarks>
internal static class StoreLister
{
    public static async Task<(List<T> Items, ListMeta Metadata)> ListAsync<T>(
        IObjectStore<T> store,
        string? ns,
        ListOptions options,
        Func<T, bool>? selects,
        CancellationToken cancellationToken)
        where T : ApiObject
    {
        List<T> items = [];
        var limit = Math.Max(options.Limit, 0);
        var next = new ListQuery { Namespace = ns, Limit = limit, Continue = NullIfEmpty(options.Continue) };
        while (true)
        {
            var page = await PageAsync(store, next, cancellationToken).ConfigureAwait(false);
            items.AddRange(selects is null ? page.Items : page.Items.Where(selects));
            if (page.Continue is null || items.Count >= limit)
            {
                return (items, CreateListMeta(page, counts: selects is null));
            }

            next = next with { Limit = limit - items.Count, Continue = page.Continue };
        }
    }

    private static async ValueTask<StorePage<T>> PageAsync<T>(
        IObjectStore<T> store, ListQuery query, CancellationToken cancellationToken)
        where T : ApiObject
    {
        try
        {
            return await store.ListAsync(query, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw ApiErrors.FromStore(e);
        }
    }

    /// <summary>Creates the metadata; the number of remaining objects is known only without selectors.</summary>
    private static ListMeta CreateListMeta<T>(StorePage<T> page, bool counts)
        where T : ApiObject => new()
    {
        ResourceVersion = page.ResourceVersion,
        Continue = page.Continue,
        RemainingItemCount = counts && page.Continue is not null ? page.Remaining : null,
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
