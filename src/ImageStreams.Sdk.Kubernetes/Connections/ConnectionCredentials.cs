using System.Net.Http.Headers;
using k8s.Authentication;

namespace ImageStreams.Kubernetes;

/// <summary>The credentials of a connection, which are made anew when the server refuses them: tokens end before their time.</summary>
/// <param name="first">The credentials to begin with; null for none.</param>
/// <param name="create">Makes credentials from what they come from, such as a file or a plugin; null where that is not known.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class ConnectionCredentials(
    ServiceClientCredentials? first, Func<ServiceClientCredentials?>? create, TimeProvider timeProvider)
{
    // A plugin may ask a person, or a server of its own.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _sync = new();
    private volatile ServiceClientCredentials? _current = first;
    private Task _renewal = Task.CompletedTask;
    private long? _renewedAt;

    /// <summary>Adds the credentials to a request.</summary>
    public Task AddAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        _current?.ProcessHttpRequestAsync(message, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Makes credentials anew, unless it has been done since.</summary>
    /// <param name="refused">The credentials that the server refused; null for none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>True when there are others now.</returns>
    public async Task<bool> RenewAsync(AuthenticationHeaderValue? refused, CancellationToken cancellationToken)
    {
        if (await DifferAsync(refused, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        await BeginRenewal().WaitAsync(cancellationToken).ConfigureAwait(false);
        return await DifferAsync(refused, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> DifferAsync(AuthenticationHeaderValue? refused, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage();
        await AddAsync(message, cancellationToken).ConfigureAwait(false);
        return !Equals(message.Headers.Authorization, refused);
    }

    private Task BeginRenewal()
    {
        lock (_sync)
        {
            var isRecent = _renewedAt is { } time && timeProvider.GetElapsedTime(time) < Pause;
            if (create is not null && _renewal.IsCompleted && !isRecent)
            {
                _renewedAt = timeProvider.GetTimestamp();
                _renewal = Task.Run(() => _current = create());
            }

            return _renewal;
        }
    }
}
