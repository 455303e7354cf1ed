using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads lists in pages; a page is requested when its first entry is needed.</summary>
internal sealed class PageReader(RegistrySender sender, RegistryClientSettings settings)
{
    /// <summary>Reads the entries of all pages.</summary>
    /// <exception cref="RegistryException">A page could not be read, or the list has too many pages.</exception>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        RegistryCall first,
        Func<JsonElement, RegistryResponse, List<T>> parse,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { first.Path };
        var page = await ReadFirstPageAsync(first, parse, seen, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }

            if (page.Next is null)
            {
                yield break;
            }

            page = await ReadPageAsync(first with { Path = page.Next }, parse, seen, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the first page. When a registry refuses the page size, its own is used, as OpenShift does
    /// always.</summary>
    private async Task<Page<T>> ReadFirstPageAsync<T>(
        RegistryCall first,
        Func<JsonElement, RegistryResponse, List<T>> parse,
        HashSet<string> seen,
        CancellationToken cancellationToken)
    {
        try
        {
            return await ReadPageAsync(first, parse, seen, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryException exception) when (first.PathWithoutPageSize.Length > 0 && IsPageSizeRefused(exception))
        {
            seen.Remove(first.Path);   // a refusal is no page
            seen.Add(first.PathWithoutPageSize);
            var unsized = first with { Path = first.PathWithoutPageSize };
            return await ReadPageAsync(unsized, parse, seen, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsPageSizeRefused(RegistryException exception) =>
        exception.Reason == RegistryFailure.Rejected
        || exception.Errors.Any(static error => error.Code == "PAGINATION_NUMBER_INVALID");

    private Task<Page<T>> ReadPageAsync<T>(
        RegistryCall call,
        Func<JsonElement, RegistryResponse, List<T>> parse,
        HashSet<string> seen,
        CancellationToken cancellationToken) =>
        sender.ExecuteWithRetriesAsync(
            call,
            async (response, token) =>
            {
                RequireJson(response);
                var body = await BodyReader.ReadAsync(response, settings.MaxManifestBytes, token).ConfigureAwait(false);
                var items = RegistryJson.Read(body, response.Line, root => parse(root, response));
                return new Page<T>(items, FindNext(response, seen));
            },
            cancellationToken);

    private string? FindNext(RegistryResponse response, HashSet<string> seen)
    {
        if (PageLink.FindNext(response) is not { } next)
        {
            return null;
        }

        if (seen.Count >= settings.MaxPages)
        {
            throw RegistryClientErrors.TooManyPages(response.Line, settings.MaxPages);
        }

        return seen.Add(next)
            ? next
            : throw RegistryClientErrors.BadLink(response.Line, "leads back to a page that was read before");
    }

    private static void RequireJson(RegistryResponse response)
    {
        var type = response.MediaType;
        if (type is not ("" or "text/plain") && !type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            throw RegistryClientErrors.NotJson(response.Line, type);
        }
    }

    /// <summary>One page of a list, and the path of the next one; <see langword="null"/> at the end.</summary>
    private sealed record Page<T>(List<T> Items, string? Next);
}
