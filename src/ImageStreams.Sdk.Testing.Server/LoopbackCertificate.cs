using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.Testing.Server;

/// <summary>A certificate for 127.0.0.1, localhost and further names, and the authority that issued it.</summary>
internal sealed class LoopbackCertificate : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const int SerialLength = 8;
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private LoopbackCertificate(X509Certificate2 authority, X509Certificate2 server)
    {
        Authority = authority;
        Server = server;
    }

    /// <summary>The authority, without its private key.</summary>
    public X509Certificate2 Authority { get; }

    /// <summary>The certificate of the server, with its private key.</summary>
    public X509Certificate2 Server { get; }

    /// <summary>Makes a certificate of a registry.</summary>
    public static LoopbackCertificate Create() => Create("synthetic-registry", [], []);

    /// <summary>Makes a certificate.</summary>
    /// <param name="subject">The common name; that of the authority is derived from it.</param>
    /// <param name="addresses">Further addresses of the server.</param>
    /// <param name="hosts">Further names of the server.</param>
    public static LoopbackCertificate Create(string subject, IEnumerable<IPAddress> addresses, IEnumerable<string> hosts)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = CreateAuthorityRequest(subject, authorityKey).CreateSelfSigned(From, Until);
        using var signed = CreateServerRequest(subject, CreateNames(addresses, hosts), serverKey).Create(
            authority, From, Until, RandomNumberGenerator.GetBytes(SerialLength));
        using var server = signed.CopyWithPrivateKey(serverKey);
        return new LoopbackCertificate(X509CertificateLoader.LoadCertificate(authority.RawData), Reload(server));
    }

    public void Dispose()
    {
        Authority.Dispose();
        Server.Dispose();
    }

    /// <summary>Loads a certificate anew with its key: Windows does not serve TLS with a key that only the process
    /// has.</summary>
    public static X509Certificate2 Reload(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);

    private static CertificateRequest CreateAuthorityRequest(string subject, ECDsa key)
    {
        var request = new CertificateRequest($"CN={subject}-authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request;
    }

    private static SubjectAlternativeNameBuilder CreateNames(IEnumerable<IPAddress> addresses, IEnumerable<string> hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var address in addresses.Prepend(IPAddress.Loopback).Distinct())
        {
            names.AddIpAddress(address);
        }

        foreach (var host in hosts.Prepend("localhost").Distinct(StringComparer.OrdinalIgnoreCase))
        {
            names.AddDnsName(host);
        }

        return names;
    }

    private static CertificateRequest CreateServerRequest(string subject, SubjectAlternativeNameBuilder names, ECDsa key)
    {
        var request = new CertificateRequest($"CN={subject}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(names.Build());
        return request;
    }
}
