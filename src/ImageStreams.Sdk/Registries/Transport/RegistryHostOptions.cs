using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.Registries;

/// <summary>How one host is connected to, where that differs from the others.</summary>
public sealed class RegistryHostOptions
{
    /// <summary>Authorities that this host's certificate may come from, besides those that are trusted for all
    /// hosts.</summary>
    public X509Certificate2Collection CertificateAuthorities { get; } = [];

    /// <summary>The certificate, with its private key, that is shown to the host when it asks; <see langword="null"/> for
    /// none. The certificates between it and its authority follow it in <see cref="ClientCertificateChain"/>.</summary>
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>The certificates between <see cref="ClientCertificate"/> and its authority; empty by default.</summary>
    public X509Certificate2Collection ClientCertificateChain { get; } = [];

    /// <summary>The proxy to this host; <see langword="null"/> for that of all hosts.</summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>Whether a proxy is used; <see langword="null"/> for what holds for all hosts.</summary>
    public bool? UseProxy { get; set; }

    /// <summary>How long connecting may take; <see langword="null"/> for what holds for all hosts.</summary>
    public TimeSpan? ConnectTimeout { get; set; }

    /// <summary>The most connections; <see langword="null"/> for what holds for all hosts.</summary>
    public int? MaxConnections { get; set; }
}
