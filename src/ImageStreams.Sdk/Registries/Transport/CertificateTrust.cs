using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.Registries;

/// <summary>Trusts the system's certificate authorities, and custom authorities for the name of the certificate.</summary>
internal sealed class CertificateTrust(X509Certificate2[] authorities)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>Checks a certificate in a TLS handshake. A wrong name is never accepted, an unknown authority only when it is
    /// a custom one.</summary>
    /// <exception cref="UntrustedCertificateException">The certificate is not trusted.</exception>
    public bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (certificate is not X509Certificate2 leaf)
        {
            throw new UntrustedCertificateException("the server sent no certificate");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            throw CertificateErrors.NameMismatch(leaf, (sender as SslStream)?.TargetHostName ?? "");
        }

        return authorities.Length > 0 ? RequireIssued(leaf, chain) : throw CertificateErrors.Untrusted(leaf, chain);
    }

    /// <summary>Builds the chain without revocation checks: custom authorities seldom publish revocations.</summary>
    private bool RequireIssued(X509Certificate2 leaf, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(leaf) ? true : throw CertificateErrors.Untrusted(leaf, chain);
    }
}
