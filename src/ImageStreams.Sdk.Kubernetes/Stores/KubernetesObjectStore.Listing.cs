using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <content>Lists: where the cluster has an order of its own, a state is read as a whole, and kept while its pages are read.</content>
internal sealed partial class KubernetesObjectStore<T, TList>
{
    // In a token: the latest state, whichever it is then.
    private const long Latest = 0;

    public async ValueTask<StorePage<T>> ListAsync(ListQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Limit, nameof(query));
        cancellationToken.ThrowIfCancellationRequested();
        if (query.Continue is not { } text)
        {
            return await GetFirstPageAsync(query, cancellationToken).ConfigureAwait(false);
        }

        var token = PageToken.TryRead(text, NameList(query)) ?? throw StoreFailures.InvalidToken(text);
        if (token.Server is not null)
        {
            return await GoOnAsync(query, token, cancellationToken).ConfigureAwait(false);
        }

        var state = await GetStateAsync(query, token, cancellationToken).ConfigureAwait(false);
        return CreatePage(query, state, state.FindAfter(token.After));
    }

    private async Task<StorePage<T>> GetFirstPageAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var wanted = await GetWantedAsync(query, cancellationToken).ConfigureAwait(false);
        if (await FindFirstPageAsync(query, wanted, cancellationToken).ConfigureAwait(false) is { } page)
        {
            return page;
        }

        var state = wanted is { } version
            ? await FetchAtAsync(query.Namespace, version, cancellationToken).ConfigureAwait(false)
            : await _reader.FetchAsync(query.Namespace, null, null, cancellationToken).ConfigureAwait(false);
        return CreatePage(query, state, 0);
    }

    /// <summary>Gets the version that is asked for; null for the latest.</summary>
    private async Task<long?> GetWantedAsync(ListQuery query, CancellationToken cancellationToken)
    {
        if (query.ResourceVersion is not { } text)
        {
            return null;
        }

        var version = StoredVersions.Parse(text);
        var latest = await _reader.GetVersionAsync(cancellationToken).ConfigureAwait(false);
        return version > latest ? throw StoreFailures.Unreached(version, latest) : version;
    }

    private async Task<StoredState<T>> GetStateAsync(ListQuery query, PageToken token, CancellationToken cancellationToken)
    {
        if (token.Version == Latest)
        {
            return await _reader.FetchAsync(query.Namespace, null, null, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return _snapshots.Find(query.Namespace, token.Version)
                ?? await FetchAtAsync(query.Namespace, token.Version, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.Reason == StoreFailure.Expired)
        {
            throw StoreFailures.ExpiredList(token.Version, (token with { Version = Latest }).Write(NameList(query)), e);
        }
    }

    // The version of the state is the one that was asked for, at which the cluster answers.
    private async Task<StoredState<T>> FetchAtAsync(string? ns, long version, CancellationToken cancellationToken)
    {
        var state = await _reader.FetchAsync(ns, null, version, cancellationToken).ConfigureAwait(false);
        return state with { Version = version };
    }

    private StorePage<T> CreatePage(ListQuery query, StoredState<T> state, int start)
    {
        var count = Math.Min(query.Limit == 0 ? int.MaxValue : query.Limit, state.Items.Count - start);
        var items = state.Items.Skip(start).Take(count).ToValueList();
        var rest = state.Items.Count - start - count;
        Keep(query, state, start, rest);
        return new StorePage<T>
        {
            Items = items,
            ResourceVersion = StoredVersions.Format(state.Version),
            Remaining = rest,
            Continue = rest == 0 ? null : new PageToken(state.Version, ObjectKey.FromObject(items[^1])).Write(NameList(query)),
        };
    }

    private void Keep(ListQuery query, StoredState<T> state, int start, int rest)
    {
        if (rest == 0)
        {
            _snapshots.Remove(state);
        }
        else if (start == 0 || _snapshots.Find(query.Namespace, state.Version) is null)
        {
            _snapshots.Add(query.Namespace, state);
        }
    }

    private string NameList(ListQuery query) => $"{_form.Type}/{query.Namespace ?? "*"}";
}
