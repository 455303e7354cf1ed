using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.Registries;

/// <summary>Creates the exceptions of certificates that are not trusted; what they quote is bounded.</summary>
internal static class CertificateErrors
{
    private const int MaxNames = 3;
    private const int MaxNameLength = 100;
    private const int MaxStatuses = 3;

    public static UntrustedCertificateException NameMismatch(X509Certificate2 leaf, string host) =>
        new($"the certificate is for {string.Join(", ", GetNames(leaf).Take(MaxNames).Select(Clean))}, not for {Clean(host)}");

    /// <summary>Creates the exception of a certificate whose chain does not lead to a trusted authority, or is not valid
    /// now.</summary>
    public static UntrustedCertificateException Untrusted(X509Certificate2 leaf, X509Chain? chain)
    {
        var statuses = chain?.ChainStatus.Select(static status => status.Status).Distinct().Take(MaxStatuses).ToList() ?? [];
        return statuses.All(static status => status == X509ChainStatusFlags.NotTimeValid) && statuses.Count > 0
            ? new($"the certificate has expired or is not valid yet: it is valid from {Show(leaf.NotBefore)} to {Show(leaf.NotAfter)}")
            : new($"the certificate is not trusted ({string.Join(", ", statuses)}, issued by {Clean(leaf.Issuer)})");
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

    private static string Clean(string text) => UntrustedText.Clean(text, MaxNameLength);
}
