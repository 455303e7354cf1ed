namespace ImageStreams.Registries;

/// <summary>Supplies the HTTP handlers that registries are talked to with: connection pools, proxies,
/// certificates.</summary>
/// <remarks>
/// The source owns its handlers and returns the same one again for connection pooling to work; it is called for every
/// request and safe for concurrent use. Handlers must not follow redirects, keep cookies or decompress by themselves,
/// and must honour <see cref="RegistryTransport.HttpsUnverified"/> only for the endpoints that carry it.
/// </remarks>
public interface IRegistryHandlerSource
{
    /// <summary>Returns the handler for requests to an endpoint; must not block.</summary>
    /// <param name="endpoint">The host and how it is to be reached.</param>
    HttpMessageHandler GetHandler(RegistryEndpoint endpoint);
}
