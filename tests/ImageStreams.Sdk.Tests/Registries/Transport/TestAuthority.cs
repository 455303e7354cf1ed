using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.Tests.Registries;

/// <summary>A certificate authority that is not trusted yet, and the certificates that it issues.</summary>
internal sealed class TestAuthority : IDisposable
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<IDisposable> _owned = [];
    private byte _serial;

    public TestAuthority()
    {
        using var key = CreateKey();
        Certificate = Keep(Request("CN=authority", key, isAuthority: true).CreateSelfSigned(From, Until));
    }

    private TestAuthority(X509Certificate2 certificate) => Certificate = Keep(certificate);

    public X509Certificate2 Certificate { get; }

    public void Dispose() => _owned.ForEach(owned => owned.Dispose());

    /// <summary>Creates an intermediate authority.</summary>
    public TestAuthority CreateIntermediate()
    {
        using var key = CreateKey();
        var intermediate = new TestAuthority(Sign(Request("CN=intermediate", key, isAuthority: true), key));
        _owned.Add(intermediate);
        return intermediate;
    }

    /// <summary>Issues a certificate for a server with a host name, or for 127.0.0.1 if none is given.</summary>
    public X509Certificate2 CreateServer(string? host = null)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (host is null)
        {
            names.AddIpAddress(IPAddress.Loopback);
        }
        else
        {
            names.AddDnsName(host);
        }

        using var key = CreateKey();
        var request = Request("CN=server", key, isAuthority: false, ServerUse);
        request.CertificateExtensions.Add(names.Build());
        return Keep(Sign(request, key));
    }

    public X509Certificate2 CreateClient()
    {
        using var key = CreateKey();
        return Keep(Sign(Request("CN=client", key, isAuthority: false, ClientUse), key));
    }

    private static ECDsa CreateKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static CertificateRequest Request(string name, ECDsa key, bool isAuthority, string? use = null)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(isAuthority
            ? X509BasicConstraintsExtension.CreateForCertificateAuthority()
            : X509BasicConstraintsExtension.CreateForEndEntity());
        if (use is not null)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], critical: false));
        }

        return request;
    }

    private X509Certificate2 Sign(CertificateRequest request, ECDsa key)
    {
        using var signed = request.Create(Certificate, From, Until, [++_serial]);
        return signed.CopyWithPrivateKey(key);
    }

    private X509Certificate2 Keep(X509Certificate2 certificate)
    {
        _owned.Add(certificate);
        return certificate;
    }
}
