using System.Net;
using System.Security.Cryptography.X509Certificates;
using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>Options of connections to registries: proxies, certificates, time limits and numbers of
/// connections.</summary>
/// <remarks>Copied when a handler source is created; later changes have no effect on it. All options bind from
/// configuration except those that are delegates. The caller disposes of the certificates.</remarks>
public sealed class RegistryTransportOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="MaxConnectionsPerHost"/>: 32.</summary>
    public const int DefaultMaxConnectionsPerHost = 32;

    /// <summary>Default of <see cref="ConnectTimeout"/>: 15 seconds.</summary>
    public static readonly TimeSpan DefaultConnectTimeout = TimeSpan.FromSeconds(15);

    internal static readonly TimeSpan MaxConnectTimeout = TimeSpan.FromDays(1);

    /// <summary>Default of <see cref="ConnectionLifetime"/>: 5 minutes.</summary>
    public static readonly TimeSpan DefaultConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Default of <see cref="IdleTimeout"/>: one minute.</summary>
    public static readonly TimeSpan DefaultIdleTimeout = TimeSpan.FromMinutes(1);

    /// <summary>The time limit of connecting, including TLS; more than zero, at most one day.</summary>
    public TimeSpan ConnectTimeout { get; set; } = DefaultConnectTimeout;

    /// <summary>The age at which a connection is replaced, so that changes in DNS take effect; more than zero.</summary>
    public TimeSpan ConnectionLifetime { get; set; } = DefaultConnectionLifetime;

    /// <summary>The time for which a connection without requests is kept; more than zero.</summary>
    public TimeSpan IdleTimeout { get; set; } = DefaultIdleTimeout;

    /// <summary>The maximum number of connections to one host; at least 1. Over HTTP/2, one connection carries many
    /// requests.</summary>
    public int MaxConnectionsPerHost { get; set; } = DefaultMaxConnectionsPerHost;

    /// <summary>Gets or sets a value indicating whether a proxy is used; true by default.</summary>
    public bool UseProxy { get; set; } = true;

    /// <summary>Returns the proxy; <see langword="null"/>, the default, for the system's proxy (<c>HTTPS_PROXY</c> and the
    /// like). Called when a handler source is created. Set in code only.</summary>
    public Func<IWebProxy>? GetProxy { get; set; }

    /// <summary>Returns certificate authorities to trust for every host, besides those of the system;
    /// <see langword="null"/>, the default, for none. Called when a handler source is created. Set in code only.</summary>
    public Func<X509Certificate2Collection>? GetCertificateAuthorities { get; set; }

    /// <summary>The hosts whose options differ; empty by default.</summary>
    /// <remarks><see cref="ForHost"/> finds or adds the entry of a host. A host has one entry, and each of its ports may have
    /// one, which then replaces that of the host.</remarks>
    public IList<RegistryHostOptions> Hosts { get; } = new List<RegistryHostOptions>();

    /// <summary>Returns the options of one host, to be changed in place; adds them when there are none.</summary>
    /// <param name="host">The host as in an image reference, with a port or for all of its ports; any name of Docker Hub. Token
    /// servers and the targets of redirects are hosts, too.</param>
    /// <returns>The entry of <see cref="Hosts"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="host"/> is not a host.</exception>
    public RegistryHostOptions ForHost(string host)
    {
        var name = RegistryHandlerSettings.NormalizeHost(RegistryGrammar.RequireRegistry(host));
        var options = Hosts.FirstOrDefault(entry => RegistryHandlerSettings.NormalizeHost(entry.Host) == name);
        if (options is null)
        {
            options = new RegistryHostOptions { Host = host };
            Hosts.Add(options);
        }

        return options;
    }

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Positive(ConnectTimeout, MaxConnectTimeout);
        errors.Positive(ConnectionLifetime);
        errors.Positive(IdleTimeout);
        errors.AtLeast(MaxConnectionsPerHost, 1);
        errors.CheckEach(Hosts);
        CheckHostsDiffer(errors);
    }

    private void CheckHostsDiffer(OptionsErrors errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Hosts.Count; i++)
        {
            if (Hosts[i] is { } entry && RegistryGrammar.IsRegistry(entry.Host))
            {
                var isFirst = names.Add(RegistryHandlerSettings.NormalizeHost(entry.Host));
                errors.Require(isFirst, $"{nameof(Hosts)}[{i}].{nameof(RegistryHostOptions.Host)}", entry.Host, "listed once");
            }
        }
    }
}
