using System.Net.Http.Headers;
using System.Text;

namespace ImageStreams.Registries;

/// <summary>Sends single requests, without retries, redirects and authentication.</summary>
internal sealed class HttpExchange(IRegistryHandlerSource handlers, RegistryClientSettings settings)
{
    private readonly IAddressGuard _guard = handlers as IAddressGuard ?? new ZoneTable();

    /// <summary>Sends one request and returns when the headers of the response have arrived.</summary>
    /// <exception cref="RegistryException">The network failed.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        RequestLine line,
        RegistryEndpoint endpoint,
        AuthenticationHeaderValue? authorization,
        CancellationToken cancellationToken)
    {
        RequireAddress(line, endpoint);
        using var request = CreateRequest(line, endpoint, authorization);
        using var invoker = new HttpMessageInvoker(handlers.GetHandler(endpoint), disposeHandler: false);
        try
        {
            return await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw NetworkErrors.BeforeAnswer(line, exception);
        }
        catch (OperationCanceledException exception)
            when (exception.InnerException is TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            throw RegistryClientErrors.ConnectTimeout(line, exception);
        }
    }

    /// <summary>Checks an address that the URL spells out; those of names are checked when they are connected to.</summary>
    /// <exception cref="RegistryException">The registry must not lead to this address.</exception>
    private void RequireAddress(RequestLine line, RegistryEndpoint endpoint)
    {
        var host = HostNames.Get(line.Uri);
        if (AddressZones.FindZone(host) > _guard.GetReach(endpoint))
        {
            throw RegistryClientErrors.AddressRefused(line, host);
        }
    }

    private HttpRequestMessage CreateRequest(
        RequestLine line, RegistryEndpoint endpoint, AuthenticationHeaderValue? authorization)
    {
        var request = new HttpRequestMessage(line.Method, line.Uri)
        {
            Version = settings.HttpVersion,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Options.Set(RegistryEndpoint.RequestKey, endpoint);
        request.Headers.Authorization = authorization;
        request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        if (line.Call.Accept.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Accept", line.Call.Accept);
        }

        if (line.Form.Length > 0)
        {
            request.Content = new StringContent(line.Form, Encoding.ASCII, "application/x-www-form-urlencoded");
        }

        return request;
    }
}
