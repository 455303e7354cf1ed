namespace ImageStreams.Registries;

/// <summary>Creates simple sources of HTTP handlers.</summary>
public static class RegistryHandlers
{
    /// <summary>Creates a source that returns the same handler for every endpoint, such as a fake or a handler that a test
    /// scripts.</summary>
    /// <param name="handler">The handler; the caller disposes of it.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
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
