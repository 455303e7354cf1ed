using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Reads a page of the objects that a selector matches.</summary>
/// <remarks>
/// When a page of the store has too few matches, the next page is read for the rest, so that the token of the last page
/// always fits. Without a limit there is one page.
/// </remarks>
internal sealed class StoreLister(VersionWait versions)
{
    public async Task<(List<T> Items, ListMeta Metadata)> ListAsync<T>(
        IObjectStore<T> store,
        string? ns,
        ListOptions options,
        Func<T, bool>? selects,
        CancellationToken cancellationToken)
        where T : ApiObject
    {
        List<T> items = [];
        var first = await versions.CreateQueryAsync(store, ns, options, cancellationToken).ConfigureAwait(false);
        var (limit, next) = (first.Limit, first);
        while (true)
        {
            var page = await StoreAnswers.MapAsync(store.ListAsync(next, cancellationToken)).ConfigureAwait(false);
            items.AddRange(selects is null ? page.Items : page.Items.Where(selects));
            if (page.Continue is null || items.Count >= limit)
            {
                return (items, CreateListMeta(page, counts: selects is null));
            }

            next = next with { Limit = limit - items.Count, Continue = page.Continue, ResourceVersion = null };
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
}
