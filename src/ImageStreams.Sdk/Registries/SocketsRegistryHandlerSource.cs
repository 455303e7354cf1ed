namespace ImageStreams.Registries;

/// <summary>Handlers over sockets: one pool of connections with verified certificates, one without.</summary>
public sealed class SocketsRegistryHandlerSource : IRegistryHandlerSource, IDisposable
{
    private const int MaxHeaderKilobytes = 64;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);   // follows changes in DNS

    private readonly SocketsHttpHandler _verified = CreateHandler();
    private readonly SocketsHttpHandler _unverified = CreateHandler();

    /// <summary>Creates both pools; connections are made on demand.</summary>
    public SocketsRegistryHandlerSource() =>
#pragma warning disable CA5359 // Only endpoints that a user named insecure are reached through this handler.
        _unverified.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359 // end of the named-insecure handler

    /// <inheritdoc/>
    public HttpMessageHandler GetHandler(RegistryEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.Transport == RegistryTransport.HttpsUnverified ? _unverified : _verified;
    }

    /// <summary>Closes the connections; requests under way fail.</summary>
    public void Dispose()
    {
        _verified.Dispose();
        _unverified.Dispose();
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        MaxResponseHeadersLength = MaxHeaderKilobytes,
    };
}
