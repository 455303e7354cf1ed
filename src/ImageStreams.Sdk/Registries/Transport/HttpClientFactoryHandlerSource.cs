namespace ImageStreams.Registries;

/// <summary>Handlers that <c>IHttpClientFactory</c> builds: everything that is set up for one named client applies to
/// registries, such as logging and delegating handlers.</summary>
/// <remarks>Its primary handler has the duties that <see cref="IRegistryHandlerSource"/> names; <see cref="EndpointHandler"/>
/// fulfils them. <see cref="RegistryEndpoint.RequestKey"/> tells handlers which endpoint a request is for.</remarks>
/// <param name="factory">The factory.</param>
/// <param name="name">The name of the client.</param>
public sealed class HttpClientFactoryHandlerSource(IHttpMessageHandlerFactory factory, string name) : IRegistryHandlerSource
{
    /// <inheritdoc/>
    public HttpMessageHandler GetHandler(RegistryEndpoint endpoint) => factory.CreateHandler(name);
}
