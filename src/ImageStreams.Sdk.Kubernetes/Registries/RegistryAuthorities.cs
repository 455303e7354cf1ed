using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ImageStreams.Registries;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>The certificate authorities of registries, from the ConfigMap that the cluster's image configuration names.</summary>
internal sealed class RegistryAuthorities
{
    // The key is for the update service of OpenShift, and no registry.
    private const string UpdateService = "updateservice-registry";

    private readonly IReadOnlyDictionary<string, X509Certificate2Collection> _byHost;

    private RegistryAuthorities(IReadOnlyDictionary<string, X509Certificate2Collection> byHost, string text) =>
        (_byHost, Text) = (byHost, text);

    /// <summary>No authorities.</summary>
    public static RegistryAuthorities None { get; } = new(new Dictionary<string, X509Certificate2Collection>(), "");

    /// <summary>The content, to find out whether it has changed.</summary>
    public string Text { get; }

    /// <summary>Reads the ConfigMap; what is broken in it is left out, and logged.</summary>
    public static RegistryAuthorities Read(ClusterObject? map, ILogger logger)
    {
        if (map is null)
        {
            return None;
        }

        using var document = ObjectJson.Parse(map);
        var data = ObjectJson.Find(document.RootElement, "data");
        var byHost = new Dictionary<string, X509Certificate2Collection>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in data.ValueKind == JsonValueKind.Object ? data.EnumerateObject().Where(static entry => entry.Name != UpdateService) : [])
        {
            if (TryRead(entry.Name, ObjectJson.GetText(entry.Value), map.Name, logger) is { } certificates)
            {
                byHost[GetHost(entry.Name)] = certificates;
            }
        }

        return new RegistryAuthorities(byHost, data.ValueKind == JsonValueKind.Object ? data.GetRawText() : "");
    }

    /// <summary>Adds the authorities to the options of their hosts.</summary>
    public void AddTo(RegistryTransportOptions options)
    {
        foreach (var (host, authorities) in _byHost)
        {
            var entry = Find(options, host);
            var others = entry.GetCertificateAuthorities;
            entry.GetCertificateAuthorities = () => [.. others?.Invoke() ?? [], .. authorities];
        }
    }

    // A key of a ConfigMap cannot have a colon, and a host no two dots.
    private static string GetHost(string key) => key.Replace("..", ":", StringComparison.Ordinal);

    // An entry of a port replaces that of its host: it begins as a copy of it.
    private static RegistryHostOptions Find(RegistryTransportOptions options, string host)
    {
        var count = options.Hosts.Count;
        var entry = options.ForHost(host);
        var colon = host.LastIndexOf(':');
        if (options.Hosts.Count > count && colon > 0
            && options.Hosts.FirstOrDefault(one => one.Host.Equals(host[..colon], StringComparison.OrdinalIgnoreCase)) is { } all)
        {
            (entry.UseProxy, entry.ConnectTimeout, entry.MaxConnections) = (all.UseProxy, all.ConnectTimeout, all.MaxConnections);
            (entry.GetProxy, entry.GetCertificateAuthorities) = (all.GetProxy, all.GetCertificateAuthorities);
            (entry.GetClientCertificate, entry.GetClientCertificateChain) = (all.GetClientCertificate, all.GetClientCertificateChain);
        }

        return entry;
    }

    private static X509Certificate2Collection? TryRead(string key, string pem, string map, ILogger logger)
    {
        try
        {
            new RegistryTransportOptions().ForHost(GetHost(key));
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(pem);
            return certificates.Count > 0 ? certificates : throw new CryptographicException("It has no certificate in PEM.");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            logger.BadCertificates(key, map, e.Message);
            return null;
        }
    }
}
