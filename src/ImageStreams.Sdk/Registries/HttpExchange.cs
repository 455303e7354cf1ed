using System.Net.Http.Headers;

namespace ImageStreams.Registries;

/// <summary>Sends single requests: no retry, no redirect, no authentication.</summary>
internal sealed class HttpExchange(IRegistryHandlerSource handlers, string userAgent)
{
    /// <summary>Sends one request and returns when the headers of the answer are there.</summary>
    /// <exception cref="RegistryException">The network failed.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        RequestLine line,
        RegistryEndpoint endpoint,
        AuthenticationHeaderValue? authorization,
        CancellationToken cancellationToken)
    {
        using var request = CreateRequest(line, authorization);
        using var invoker = new HttpMessageInvoker(handlers.GetHandler(endpoint), disposeHandler: false);
        try
        {
            return await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (NetworkFaults.IsNetwork(exception))
        {
            throw NetworkFaults.BeforeAnswer(line, exception);
        }
    }

    private HttpRequestMessage CreateRequest(RequestLine line, AuthenticationHeaderValue? authorization)
    {
        var request = new HttpRequestMessage(line.Method, line.Uri);
        request.Headers.Authorization = authorization;
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (line.Call.Accept.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Accept", line.Call.Accept);
        }

        return request;
    }
}
