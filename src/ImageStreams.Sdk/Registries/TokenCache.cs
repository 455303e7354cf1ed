using System.Collections.Concurrent;

namespace ImageStreams.Registries;

/// <summary>Keeps tokens until they expire; callers that want the same one at once share one request.</summary>
internal sealed class TokenCache(TimeProvider time)
{
    private const int MaxEntries = 4096;
    private readonly ConcurrentDictionary<TokenKey, Lazy<Task<AccessToken>>> _tokens = new();

    /// <summary>Returns the token for a key, fetched anew when there is none or it has expired.</summary>
    /// <remarks>The fetch belongs to all its callers: cancelling one of them ends that caller's wait only.</remarks>
    public async Task<AccessToken> GetAsync(
        TokenKey key, Func<Task<AccessToken>> fetch, CancellationToken cancellationToken)
    {
        while (true)
        {
            var entry = _tokens.GetOrAdd(key, static (_, fetch) => new Lazy<Task<AccessToken>>(fetch), fetch);
            if (HasFailed(entry))
            {
                Remove(key, entry);
                continue;
            }

            var fresh = !entry.IsValueCreated;
            var token = await WaitAsync(key, entry, cancellationToken).ConfigureAwait(false);
            if (fresh || time.GetUtcNow() < token.Expires)
            {
                return token;
            }

            Remove(key, entry);
        }
    }

    /// <summary>Drops a token that its registry refused.</summary>
    public void Forget(TokenKey key, string refused)
    {
        if (_tokens.TryGetValue(key, out var entry)
            && entry.Value is { IsCompletedSuccessfully: true } task
            && task.Result.Value == refused)
        {
            Remove(key, entry);
        }
    }

    private async Task<AccessToken> WaitAsync(
        TokenKey key, Lazy<Task<AccessToken>> entry, CancellationToken cancellationToken)
    {
        if (_tokens.Count > MaxEntries)
        {
            _tokens.Clear();
        }

        try
        {
            return await entry.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (entry.Value.IsCompleted && !entry.Value.IsCompletedSuccessfully)
        {
            Remove(key, entry);
            throw;
        }
    }

    /// <summary>Whether a fetch failed after its last caller had gone, so that nobody removed it.</summary>
    private static bool HasFailed(Lazy<Task<AccessToken>> entry) =>
        entry is { IsValueCreated: true, Value.Exception: not null };

    private void Remove(TokenKey key, Lazy<Task<AccessToken>> entry) => _tokens.TryRemove(new(key, entry));
}
