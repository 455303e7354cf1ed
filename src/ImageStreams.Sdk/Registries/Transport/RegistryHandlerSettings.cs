using System.Net.Security;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>The immutable settings of one handler: the options of one host over those of all hosts.</summary>
internal sealed class RegistryHandlerSettings
{
    private const int MaxHeaderKilobytes = 64;
    private readonly X509Certificate2[] _authorities;
    private readonly SslStreamCertificateContext? _clientCertificate;
    private readonly IWebProxy? _proxy;
    private readonly bool _useProxy;
    private readonly TimeSpan _connectTimeout;
    private readonly TimeSpan _lifetime;
    private readonly TimeSpan _idleTimeout;
    private readonly int _maxConnections;
    private readonly CertificateTrust _trust;

    public RegistryHandlerSettings(RegistryTransportOptions all, RegistryHostOptions host)
    {
        _authorities = [.. all.GetCertificateAuthorities?.Invoke() ?? [], .. host.GetCertificateAuthorities?.Invoke() ?? []];
        _trust = new CertificateTrust(_authorities);
        _clientCertificate = CreateClientCertificate(host);
        _proxy = (host.GetProxy ?? all.GetProxy)?.Invoke();
        _useProxy = host.UseProxy ?? all.UseProxy;
        _connectTimeout = host.ConnectTimeout ?? all.ConnectTimeout;
        _lifetime = all.ConnectionLifetime;
        _idleTimeout = all.IdleTimeout;
        _maxConnections = host.MaxConnections ?? all.MaxConnectionsPerHost;
    }

    /// <summary>Returns the host as in the URLs of its API, in lower case and without the default port.</summary>
    public static string NormalizeHost(string host)
    {
        var name = RegistryScope.WithoutDefaultPort(DockerHub.Canonicalize(host));
        return name == DockerHub.Registry ? DockerHub.RegistryV2 : name;
    }

    /// <summary>Creates a handler.</summary>
    /// <param name="verifies">False for endpoints that are named insecure, whose certificates are not verified.</param>
    /// <param name="connector">Opens the connections.</param>
    public SocketsHttpHandler CreateHandler(bool verifies, GuardedConnector connector)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = _connectTimeout,
            PooledConnectionLifetime = _lifetime,
            PooledConnectionIdleTimeout = _idleTimeout,
            MaxConnectionsPerServer = _maxConnections,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            Proxy = _proxy,
            UseProxy = _useProxy,
            ConnectCallback = connector.ConnectAsync,
        };
        handler.SslOptions.ClientCertificateContext = _clientCertificate;
        handler.SslOptions.RemoteCertificateValidationCallback = CreateValidationCallback(verifies);
        return handler;
    }

    private RemoteCertificateValidationCallback CreateValidationCallback(bool verifies)
    {
        if (!verifies)
        {
#pragma warning disable CA5359 // Only endpoints that a user named insecure are reached through such a handler.
            return static (_, _, _, _) => true;
#pragma warning restore CA5359 // end of the named-insecure handler
        }

        return _trust.Check;
    }

    private static SslStreamCertificateContext? CreateClientCertificate(RegistryHostOptions host) =>
        host.GetClientCertificate is { } getCertificate
            ? SslStreamCertificateContext.Create(
                getCertificate(), host.GetClientCertificateChain?.Invoke() ?? [], offline: true)
            : null;
}
