using System.Security.Authentication;

namespace ImageStreams.Registries;

/// <summary>The exception of a certificate that is not trusted; the message is the reason.</summary>
/// <remarks>
/// A server that was sent a secret may repeat it in the names of its next certificate. The names are therefore kept as they
/// are, so that secrets are found in them before they are cut.
/// </remarks>
/// <param name="format">Formats the reason, with a function that prepares each text of the certificate.</param>
internal sealed class UntrustedCertificateException(Func<Func<string, string>, string> format)
    : AuthenticationException(format(UntrustedCertificateException.Cut))
{
    private const int MaxNameLength = 100;

    public UntrustedCertificateException(string reason)
        : this(_ => reason)
    {
    }

    /// <summary>Describes the reason without secrets, its texts cut.</summary>
    public string Describe(Func<string, string> scrub) => format(text => Cut(scrub(text)));

    /// <summary>Determines whether the reason quotes a secret, even one that the message has only a part of.</summary>
    public bool Quotes(Func<string, string> scrub)
    {
        var quotes = false;
        format(text =>
        {
            quotes |= scrub(text) != text;
            return text;
        });
        return quotes;
    }

    private static string Cut(string text) => UntrustedText.Clean(text, MaxNameLength);
}
