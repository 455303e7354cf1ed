using System.Net;

namespace ImageStreams.Kubernetes;

/// <summary>Sends requests with credentials, and once more with others when the server refuses these.</summary>
/// <remarks>A server has not begun a request that it answers with 401, and bodies are in memory: any request is sent again.</remarks>
internal sealed class AuthenticatedClient(HttpClient client, ConnectionSettings settings, ConnectionCredentials credentials)
{
    /// <summary>Sends a request; the body of its response is still to be read.</summary>
    /// <exception cref="ImageStreams.Clients.ApiException">There are no credentials, or the server is not reached.</exception>
    public async Task<HttpResponseMessage> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var message = call.CreateMessage(settings);
        var response = await SendOnceAsync(call, message, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized
            || !await WithCredentialsAsync(() => credentials.RenewAsync(message.Headers.Authorization, cancellationToken)).ConfigureAwait(false))
        {
            return response;
        }

        response.Dispose();
        using var again = call.CreateMessage(settings);
        return await SendOnceAsync(call, again, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendOnceAsync(ApiCall call, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        await WithCredentialsAsync(async () =>
        {
            await credentials.AddAsync(message, cancellationToken).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        try
        {
            return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw ReplyErrors.Unreachable(call, settings.Server, e);
        }
    }

    private async Task<bool> WithCredentialsAsync(Func<Task<bool>> use)
    {
        try
        {
            return await use().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Plugins and files fail in ways of their own: whatever it is, there are no credentials.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            throw ReplyErrors.NoCredentials(settings.Server, e);
        }
    }
}
