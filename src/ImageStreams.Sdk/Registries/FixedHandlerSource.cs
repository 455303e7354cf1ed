namespace ImageStreams.Registries;

/// <summary>The same handler for every endpoint; whoever created it disposes of it.</summary>
internal sealed class FixedHandlerSource(HttpMessageHandler handler) : IRegistryHandlerSource
{
    public HttpMessageHandler GetHandler(RegistryEndpoint endpoint) => handler;
}
