using ImageStreams.Collections;

namespace ImageStreams.Storage;

internal sealed partial class RelationalObjectStore<T>
{
    private static readonly ObjectKey Start = new("", "");

    /// <inheritdoc/>
    public async ValueTask<StorePage<T>> ListAsync(ListQuery query, CancellationToken cancellationToken = default)
    {
        StoreArguments.Require(query);
        cancellationToken.ThrowIfCancellationRequested();
        var header = await _states.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        return await (query switch
        {
            { Continue: not null } => ListNextAsync(query, header, cancellationToken),
            { ResourceVersion: { } version } => ListAtAsync(query, version, header, cancellationToken),
            _ => ListLatestAsync(query, header, Start, cancellationToken),
        }).ConfigureAwait(false);
    }

    // When others write so much that the state is forgotten before it is read, a later state serves as well.
    private async Task<StorePage<T>> ListLatestAsync(
        ListQuery query, StoreHeader header, ObjectKey after, CancellationToken cancellationToken)
    {
        while (true)
        {
            var token = new ListToken(header.Current, after);
            if (await ReadPageAsync(query, token, cancellationToken).ConfigureAwait(false) is { } page)
            {
                return page;
            }

            header = await _states.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<StorePage<T>> ListAtAsync(
        ListQuery query, string wanted, StoreHeader header, CancellationToken cancellationToken)
    {
        var version = ResourceVersions.Parse(wanted);
        return version > header.Current
            ? throw StoreErrors.UnreachedVersion(wanted)
            : await ReadPageAsync(query, new ListToken(version, Start), cancellationToken).ConfigureAwait(false)
                ?? throw StoreErrors.ExpiredList(version, null);
    }

    private async Task<StorePage<T>> ListNextAsync(ListQuery query, StoreHeader header, CancellationToken cancellationToken)
    {
        var scope = Scope(query);
        if (ListToken.Read(query.Continue!, scope) is not { } token || !IsVersion(token.Version, header.Current))
        {
            throw StoreErrors.InvalidContinue(query.Continue!);
        }

        return token.Version == ListToken.Latest
            ? await ListLatestAsync(query, header, token.After, cancellationToken).ConfigureAwait(false)
            : await ReadPageAsync(query, token, cancellationToken).ConfigureAwait(false)
                ?? throw StoreErrors.ExpiredList(token.Version, (token with { Version = ListToken.Latest }).ToText(scope));
    }

    private static bool IsVersion(long version, long reached) => version == ListToken.Latest || (version >= 1 && version <= reached);

    private async Task<StorePage<T>?> ReadPageAsync(ListQuery query, ListToken token, CancellationToken cancellationToken)
    {
        // One more than the page has tells whether it is the last one.
        long? limit = query.Limit == 0 ? null : query.Limit + 1L;
        var values = await _states.ReadAsync(
            token.Version, query.Namespace, token.After, limit, cancellationToken).ConfigureAwait(false);
        return values is null ? null : CreatePage(query, token, values);
    }

    private StorePage<T> CreatePage(ListQuery query, ListToken token, List<T> values)
    {
        var hasMore = query.Limit > 0 && values.Count > query.Limit;
        if (hasMore)
        {
            values.RemoveAt(values.Count - 1);
        }

        return new StorePage<T>
        {
            Items = ValueList.Create<T>([.. values]),
            ResourceVersion = ResourceVersions.Format(token.Version),
            Continue = hasMore ? (token with { After = ObjectKey.FromObject(values[^1]) }).ToText(Scope(query)) : null,
            Remaining = hasMore ? null : 0,
        };
    }

    // Names contain no slash, and a list of all namespaces differs from one of the empty namespace.
    private string Scope(ListQuery query) =>
        $"{database.Id}/{typeof(T).Name}{_scope}" + (query.Namespace is { } ns ? "/" + ns : "");
}
