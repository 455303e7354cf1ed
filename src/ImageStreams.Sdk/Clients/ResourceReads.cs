using System.Runtime.CompilerServices;

namespace ImageStreams.Clients;

/// <summary>Reads that the extensions of all resources share.</summary>
internal static class ResourceReads
{
    private const int PageSize = 500;

    /// <summary>Returns the awaited object, or null when it is not found.</summary>
    public static async Task<T?> FindAsync<T>(Task<T> get)
        where T : class
    {
        try
        {
            return await get.ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            return null;
        }
    }

    /// <summary>Reads page after page.</summary>
    public static async IAsyncEnumerable<T> ListPagesAsync<T>(
        Func<ListOptions, CancellationToken, Task<(IEnumerable<T> Items, ListMeta Metadata)>> readAsync,
        ListOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = options ?? new ListOptions();
        page = page.Limit > 0 ? page : page with { Limit = PageSize };
        while (true)
        {
            var (items, metadata) = await readAsync(page, cancellationToken).ConfigureAwait(false);
            foreach (var item in items)
            {
                yield return item;
            }

            if (string.IsNullOrEmpty(metadata.Continue))
            {
                yield break;
            }

            if (metadata.Continue == page.Continue)
            {
                throw ApiErrors.Unexpected("The list does not advance: the response has the continue token of the request.");
            }

            cancellationToken.ThrowIfCancellationRequested();
            page = page with { Continue = metadata.Continue };
        }
    }
}
