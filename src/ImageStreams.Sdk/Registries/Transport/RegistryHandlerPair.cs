namespace ImageStreams.Registries;

/// <summary>Two handlers with the same settings: one that verifies certificates, and one that does not.</summary>
internal sealed class RegistryHandlerPair(RegistryHandlerSettings settings) : IDisposable
{
    private readonly SocketsHttpHandler _verified = settings.CreateHandler(verifies: true);
    private readonly SocketsHttpHandler _unverified = settings.CreateHandler(verifies: false);

    public HttpMessageHandler For(RegistryTransport transport) =>
        transport == RegistryTransport.HttpsUnverified ? _unverified : _verified;

    public void Dispose()
    {
        _verified.Dispose();
        _unverified.Dispose();
    }
}
