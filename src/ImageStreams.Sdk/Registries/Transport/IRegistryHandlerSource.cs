namespace ImageStreams.Registries;

/// <summary>Supplies the HTTP handlers for requests to registries, with their connection pools, proxies and
/// certificates.</summary>
/// <remarks>The source owns its handlers and returns the same one again, so that connections are pooled; it is called for
/// every request and safe for concurrent use. A source that connects to names checks their addresses for endpoints with
/// <see cref="RegistryEndpoint.LedFrom"/>, as <see cref="SocketsRegistryHandlerSource"/> does. Handlers must not follow redirects, keep cookies or decompress, and must
/// accept unverified certificates only for endpoints with <see cref="RegistryTransport.HttpsUnverified"/>.</remarks>
public interface IRegistryHandlerSource
{
    /// <summary>Returns the handler for requests to an endpoint, without blocking.</summary>
    /// <param name="endpoint">The host and the transport.</param>
    /// <returns>The handler.</returns>
    HttpMessageHandler GetHandler(RegistryEndpoint endpoint);
}
