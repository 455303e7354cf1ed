namespace ImageStreams.Registries;

/// <summary>Sends each request through the handler that a source has for its endpoint: the end of a handler pipeline that
/// is the same for all registries.</summary>
/// <param name="handlers">The source; the caller disposes of it.</param>
internal sealed class EndpointHandler(IRegistryHandlerSource handlers) : HttpMessageHandler
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The request was not sent by a registry client.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Options.TryGetValue(RegistryEndpoint.RequestKey, out var endpoint))
        {
            throw new InvalidOperationException("Only requests of a registry client say which endpoint they are for.");
        }

        using var invoker = new HttpMessageInvoker(handlers.GetHandler(endpoint), disposeHandler: false);
        return await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
