using System.Net;
using System.Security.Cryptography.X509Certificates;
using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>Options of connections to one host that differ from <see cref="RegistryTransportOptions"/>.</summary>
public sealed class RegistryHostOptions : ICheckedOptions
{
    /// <summary>The host as in an image reference, with a port or for all of its ports; any name of Docker Hub.</summary>
    public string Host { get; set; } = "";

    /// <summary>Gets or sets a value indicating whether a proxy to this host is used; <see langword="null"/>, the
    /// default, for the option of all hosts.</summary>
    public bool? UseProxy { get; set; }

    /// <summary>The time limit of connecting, more than zero; <see langword="null"/>, the default, for the limit of all
    /// hosts.</summary>
    public TimeSpan? ConnectTimeout { get; set; }

    /// <summary>The maximum number of connections, at least 1; <see langword="null"/>, the default, for the number of all
    /// hosts.</summary>
    public int? MaxConnections { get; set; }

    /// <summary>Returns the proxy to this host; <see langword="null"/>, the default, for the proxy of all hosts. Set in
    /// code only.</summary>
    public Func<IWebProxy>? GetProxy { get; set; }

    /// <summary>Returns certificate authorities to trust for this host, besides those for all hosts;
    /// <see langword="null"/>, the default, for none. Set in code only.</summary>
    public Func<X509Certificate2Collection>? GetCertificateAuthorities { get; set; }

    /// <summary>Returns the certificate, with its private key, to present when the host requests one;
    /// <see langword="null"/>, the default, for none. Set in code only.</summary>
    public Func<X509Certificate2>? GetClientCertificate { get; set; }

    /// <summary>Returns the certificates between the client certificate and its authority; <see langword="null"/>, the
    /// default, for none. Set in code only.</summary>
    public Func<X509Certificate2Collection>? GetClientCertificateChain { get; set; }

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(RegistryGrammar.IsRegistry(Host), nameof(Host), Host, "a host with an optional port");
        if (ConnectTimeout is { } timeout)
        {
            errors.Positive(timeout, RegistryTransportOptions.MaxConnectTimeout, nameof(ConnectTimeout));
        }

        if (MaxConnections is { } connections)
        {
            errors.AtLeast(connections, 1, nameof(MaxConnections));
        }
    }
}
