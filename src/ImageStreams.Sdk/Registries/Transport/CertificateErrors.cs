using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.Registries;

/// <summary>Creates the exceptions of certificates that are not trusted; what they quote is bounded.</summary>
internal static class CertificateErrors
{
    private const int MaxNames = 3;
    private const int MaxStatuses = 3;

    public static UntrustedCertificateException NameMismatch(X509Certificate2 leaf, string host)
    {
        var names = GetNames(leaf).Take(MaxNames).ToList();   // read now: the certificate is disposed with the connection
        return new(show => $"the certificate is for {string.Join(", ", names.Select(show))}, not for {show(host)}");
    }

    /// <summary>Creates the exception of a certificate whose chain does not lead to a trusted authority, or is not valid
    /// now.</summary>
    public static UntrustedCertificateException Untrusted(X509Certificate2 leaf, X509Chain? chain)
    {
        var issuer = leaf.Issuer;
        var statuses = chain?.ChainStatus.Select(static status => status.Status).Distinct().Take(MaxStatuses).ToList() ?? [];
        return statuses.All(static status => status == X509ChainStatusFlags.NotTimeValid) && statuses.Count > 0
            ? new($"the certificate has expired or is not valid yet: it is valid from {Show(leaf.NotBefore)} to {Show(leaf.NotAfter)}")
            : new(show => $"the certificate is not trusted ({string.Join(", ", statuses)}, issued by {show(issuer)})");
    }

    private static List<string> GetNames(X509Certificate2 leaf)
    {
        try
        {
            var names = leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
            var listed = names is null
                ? []
                : names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(static address => address.ToString())).ToList();
            return listed.Count > 0 ? listed : [leaf.Subject];
        }
        catch (CryptographicException)
        {
            return [leaf.Subject];   // an extension that cannot be read names no host
        }
    }

    private static string Show(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
