using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ImageStreams.AspNetCore;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>An authority that signs client certificates.</summary>
internal sealed class TestAuthority
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly X509Certificate2 _certificate;

    public TestAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _certificate = request.CreateSelfSigned(From, To);
    }

    /// <summary>The authority as options name it.</summary>
    public X509Certificate2Collection Certificates => [_certificate];

    public CertificateVerifier CreateVerifier() => new([_certificate], TimeProvider.System);

    /// <summary>Issues a certificate for clients.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="until">The end of its validity; that of the authority by default.</param>
    public X509Certificate2 Issue(string subject, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], false));
        return request.Create(_certificate, From, until ?? To, [1, 2, 3]);
    }
}
