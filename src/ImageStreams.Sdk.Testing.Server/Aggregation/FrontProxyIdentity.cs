using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.Testing.Server;

/// <summary>The client certificate that a cluster shows to the servers behind it, and the authority that signed it.</summary>
internal sealed class FrontProxyIdentity : IDisposable
{
    /// <summary>The common name of the certificate.</summary>
    public const string Name = "front-proxy-client";

    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const int SerialLength = 8;
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private FrontProxyIdentity(string authorityPem, X509Certificate2 client) => (AuthorityPem, Client) = (authorityPem, client);

    /// <summary>The authority as PEM.</summary>
    public string AuthorityPem { get; }

    /// <summary>The certificate with its private key.</summary>
    public X509Certificate2 Client { get; }

    /// <summary>Creates an authority and a certificate.</summary>
    public static FrontProxyIdentity Create()
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=front-proxy-ca", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        using var authority = request.CreateSelfSigned(From, Until);
        var own = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256);
        own.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ClientAuthentication)], critical: false));
        using var signed = own.Create(authority, From, Until, RandomNumberGenerator.GetBytes(SerialLength));
        using var client = signed.CopyWithPrivateKey(key);
        return new FrontProxyIdentity(authority.ExportCertificatePem(), LoopbackCertificate.Reload(client));
    }

    public void Dispose() => Client.Dispose();
}
