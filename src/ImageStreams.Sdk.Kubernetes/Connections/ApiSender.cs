using System.Net.Http.Headers;
using ImageStreams.Clients;
using k8s.Authentication;
using Polly;
using ApiClient = k8s.Kubernetes;

namespace ImageStreams.Kubernetes;

/// <summary>Sends requests with the HTTP client and the credentials of KubernetesClient.</summary>
internal sealed class ApiSender
{
    private readonly ConnectionSettings _settings;
    private readonly ClusterConnectionOptions _options;
    private readonly AuthenticatedClient _attempts;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;

    public ApiSender(
        ApiClient client,
        ConnectionSettings settings,
        ClusterConnectionOptions options,
        TimeProvider timeProvider,
        Func<ServiceClientCredentials?>? createCredentials = null)
    {
        (Client, _settings, _options, TimeProvider) = (client, settings, options, timeProvider);
        _attempts = new AuthenticatedClient(
            client.HttpClient, settings, new ConnectionCredentials(client.Credentials, createCredentials, timeProvider));
        _retries = ReplyRetries.Create(options, timeProvider);
    }

    public ApiClient Client { get; }

    public TimeProvider TimeProvider { get; }

    public ClusterConnectionOptions Options => _options;

    /// <summary>The root of the server.</summary>
    public Uri Server => _settings.Server;

    /// <summary>Sends a request and reads its response whole.</summary>
    /// <exception cref="ApiException">The server answered an error, did not answer in time, or is not reached.</exception>
    public async Task<ApiReply> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(_options.Timeout, TimeProvider);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var response = await OpenAsync(call, end.Token).ConfigureAwait(false);
            var body = await ReadBodyAsync(call, response, end.Token).ConfigureAwait(false);
            return new ApiReply((int)response.StatusCode, body);
        }
        catch (OperationCanceledException e) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw ReplyErrors.TimedOut(call, Server, _options.Timeout, e);
        }
        catch (IOException e)
        {
            throw ReplyErrors.Unreachable(call, Server, e);
        }
    }

    /// <summary>Sends a request; the body of its response is still to be read.</summary>
    /// <exception cref="ApiException">The server answered an error, or is not reached.</exception>
    public async Task<HttpResponseMessage> OpenAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var response = await _retries.ExecuteAsync(
            static (state, token) => new ValueTask<HttpResponseMessage>(state.Attempts.SendAsync(state.Call, token)),
            (Attempts: _attempts, Call: call),
            cancellationToken).ConfigureAwait(false);
        try
        {
            Warn(call, response.Headers);
            await ThrowIfErrorAsync(call, response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>Creates the message of an attempt, without credentials.</summary>
    public HttpRequestMessage CreateMessage(ApiCall call) => call.CreateMessage(_settings);

    private async Task ThrowIfErrorAsync(ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            var body = await ReadBodyAsync(call, response, cancellationToken).ConfigureAwait(false);
            throw ReplyErrors.FromResponse(call, (int)response.StatusCode, response.Content.Headers.ContentType, body);
        }
    }

    private async Task<byte[]> ReadBodyAsync(ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return await BoundedBody.ReadAsync(
            stream, response.Content.Headers.ContentLength, _options.MaxResponseBytes, $"The response to {call}", cancellationToken).ConfigureAwait(false);
    }

    private static void Warn(ApiCall call, HttpResponseHeaders headers)
    {
        if (call.OnWarning is null)
        {
            return;
        }

        foreach (var warning in headers.Warning)
        {
            call.OnWarning(WarningText.Unquote(warning.Text));
        }
    }
}
