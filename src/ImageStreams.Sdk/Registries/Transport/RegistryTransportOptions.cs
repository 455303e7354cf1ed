using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.Registries;

/// <summary>How registries are connected to: proxies, certificates, time limits and numbers of connections.</summary>
/// <remarks>Copied when a handler source is created; later changes have no effect on it. Certificates stay the caller's to
/// dispose of.</remarks>
public sealed class RegistryTransportOptions
{
    /// <summary>Default of <see cref="MaxConnectionsPerHost"/>: 32.</summary>
    public const int DefaultMaxConnectionsPerHost = 32;

    /// <summary>Default of <see cref="ConnectTimeout"/>: 15 seconds.</summary>
    public static readonly TimeSpan DefaultConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Default of <see cref="ConnectionLifetime"/>: 5 minutes.</summary>
    public static readonly TimeSpan DefaultConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Default of <see cref="IdleTimeout"/>: one minute.</summary>
    public static readonly TimeSpan DefaultIdleTimeout = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, RegistryHostOptions> _hosts = new(StringComparer.Ordinal);

    /// <summary>How long connecting may take, TLS included.</summary>
    public TimeSpan ConnectTimeout { get; set; } = DefaultConnectTimeout;

    /// <summary>How long a connection is used before a new one is made, which follows changes in DNS.</summary>
    public TimeSpan ConnectionLifetime { get; set; } = DefaultConnectionLifetime;

    /// <summary>How long a connection without requests is kept.</summary>
    public TimeSpan IdleTimeout { get; set; } = DefaultIdleTimeout;

    /// <summary>The most connections to one host; over HTTP/2 one carries many requests.</summary>
    public int MaxConnectionsPerHost { get; set; } = DefaultMaxConnectionsPerHost;

    /// <summary>The proxy; <see langword="null"/> for the one that the system names (<c>HTTPS_PROXY</c> and the
    /// like).</summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>Whether any proxy is used; on by default.</summary>
    public bool UseProxy { get; set; } = true;

    /// <summary>Authorities that certificates of any host may come from, besides those that the system trusts.</summary>
    public X509Certificate2Collection CertificateAuthorities { get; } = [];

    /// <summary>The hosts that differ.</summary>
    internal IReadOnlyDictionary<string, RegistryHostOptions> Hosts => _hosts;

    /// <summary>Returns the settings of one host, to be changed in place.</summary>
    /// <param name="host">The host and optional port, as in an image reference; Docker Hub by any of its names. Token
    /// servers and hosts that redirects lead to can be named, too.</param>
    /// <exception cref="ArgumentException"><paramref name="host"/> is not a host.</exception>
    public RegistryHostOptions ForHost(string host)
    {
        var name = RegistryHandlerSettings.NormalizeHost(RegistryGrammar.RequireRegistry(host));
        if (!_hosts.TryGetValue(name, out var options))
        {
            _hosts[name] = options = new RegistryHostOptions();
        }

        return options;
    }
}
