namespace ImageStreams.Registries;

/// <summary>A source of handlers that <c>IHttpClientFactory</c> builds: the configuration of one named client, such as
/// logging and delegating handlers, applies to registries.</summary>
/// <remarks>The primary handler of the client must fulfill the contract of <see cref="IRegistryHandlerSource"/>, as
/// <see cref="EndpointHandler"/> does. <see cref="RegistryEndpoint.RequestKey"/> has the endpoint of a request.</remarks>
/// <param name="factory">The factory.</param>
/// <param name="name">The name of the client.</param>
/// <param name="guard">The guard of the client's primary handler.</param>
internal sealed class HttpClientFactoryHandlerSource(IHttpMessageHandlerFactory factory, string name, IAddressGuard guard)
    : IRegistryHandlerSource, IAddressGuard
{
    /// <inheritdoc/>
    public HttpMessageHandler GetHandler(RegistryEndpoint endpoint) => factory.CreateHandler(name);

    /// <inheritdoc/>
    public AddressZone GetReach(RegistryEndpoint endpoint) => guard.GetReach(endpoint);
}
