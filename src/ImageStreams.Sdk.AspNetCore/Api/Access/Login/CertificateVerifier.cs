using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.AspNetCore;

/// <summary>Verifies client certificates against authorities of their own; those of the operating system do not count.</summary>
internal sealed class CertificateVerifier(X509Certificate2Collection authorities, TimeProvider timeProvider)
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Reads the authorities of a file, or those of a function.</summary>
    /// <exception cref="CryptographicException">The file has no certificates.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CertificateVerifier Create(Func<X509Certificate2Collection>? get, string? file, TimeProvider timeProvider)
    {
        var authorities = get?.Invoke() ?? [];
        if (get is null)
        {
            authorities.ImportFromPemFile(file!);
        }

        return authorities.Count == 0
            ? throw new CryptographicException("There is no certificate of an authority.")
            : new CertificateVerifier(authorities, timeProvider);
    }

    /// <summary>Determines whether a certificate is valid now, is one of a client, and was signed by an authority.</summary>
    public bool IsTrusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = timeProvider.GetUtcNow().UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        return chain.Build(certificate);
    }
}
