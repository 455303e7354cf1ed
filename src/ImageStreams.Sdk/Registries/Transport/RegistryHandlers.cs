namespace ImageStreams.Registries;

/// <summary>Simple sources of HTTP handlers.</summary>
public static class RegistryHandlers
{
    /// <summary>Creates a source that answers for every endpoint with the same handler, such as a fake or a handler
    /// that a host application has set up.</summary>
    /// <param name="handler">The handler, with the contract of <see cref="IRegistryHandlerSource"/>; stays the
    /// caller's to dispose of. Certificates are verified as it is set up, also for insecure repositories.</param>
    public static IRegistryHandlerSource From(HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new Fixed(handler);
    }

    private sealed class Fixed(HttpMessageHandler handler) : IRegistryHandlerSource
    {
        public HttpMessageHandler GetHandler(RegistryEndpoint endpoint) => handler;
    }
}
