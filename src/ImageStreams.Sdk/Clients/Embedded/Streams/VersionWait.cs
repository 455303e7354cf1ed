using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Finds the state that a reader asks for by its version, and waits for a version that others have seen already.</summary>
internal sealed class VersionWait(TimeSpan patience, TimeProvider timeProvider)
{
    private const string AnyVersion = "0";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Creates the query of a list.</summary>
    /// <exception cref="ApiException">The version is not valid, or is not reached in time.</exception>
    public async ValueTask<ListQuery> CreateQueryAsync<T>(
        IObjectStore<T> store, string? ns, ListOptions options, CancellationToken cancellationToken)
        where T : ApiObject
    {
        var query = new ListQuery
        {
            Namespace = ns,
            Limit = Math.Max(options.Limit, 0),
            Continue = NullIfEmpty(options.Continue),
        };
        var version = NullIfEmpty(options.ResourceVersion);
        if (query.Continue is not null)
        {
            return version is null or AnyVersion
                ? query
                : throw ApiErrors.BadRequest("specifying resource version is not allowed when using continue");
        }

        return version switch
        {
            null => query,
            AnyVersion => query with { Limit = 0 },
            _ => await CreateQueryAsync(store, query, options, version, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Waits until a store has reached a version.</summary>
    /// <exception cref="ApiException">The version is not valid, or is not reached in time
    /// (<see cref="ApiFailure.Timeout"/>).</exception>
    public async ValueTask RequireAsync<T>(IObjectStore<T> store, string version, CancellationToken cancellationToken)
        where T : ApiObject
    {
        var wanted = VersionNumbers.Parse(version);
        var begun = timeProvider.GetTimestamp();
        while (true)
        {
            var current = await GetCurrentAsync(store, cancellationToken).ConfigureAwait(false);
            if (VersionNumbers.Parse(current) >= wanted)
            {
                return;
            }

            if (timeProvider.GetElapsedTime(begun) >= patience)
            {
                throw ApiErrors.TooLargeVersion(version, current);
            }

            await Task.Delay(Pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gets the version that a store has reached.</summary>
    public static async ValueTask<string> GetCurrentAsync<T>(IObjectStore<T> store, CancellationToken cancellationToken)
        where T : ApiObject
    {
        var any = await StoreAnswers.MapAsync(store.ListAsync(new ListQuery { Limit = 1 }, cancellationToken)).ConfigureAwait(false);
        return any.ResourceVersion;
    }

    // Without a match, a list with a limit is one of the version itself, as on the server.
    private async ValueTask<ListQuery> CreateQueryAsync<T>(
        IObjectStore<T> store, ListQuery query, ListOptions options, string version, CancellationToken cancellationToken)
        where T : ApiObject
    {
        await RequireAsync(store, version, cancellationToken).ConfigureAwait(false);
        var isExact = options.ResourceVersionMatch is { } match ? match == ResourceVersionMatch.Exact : query.Limit > 0;
        return isExact ? query with { ResourceVersion = version } : query;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
