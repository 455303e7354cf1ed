using System.Net.Security;

namespace ImageStreams.Kubernetes;

/// <summary>Refuses certificates of other servers: KubernetesClient trusts each one of the cluster's authority, whatever its name is.</summary>
internal static class CertificateNames
{
    /// <summary>Lets a handler refuse a certificate that does not have the name of the server; null for none.</summary>
    public static void Require(SocketsHttpHandler? handler)
    {
        if (handler?.SslOptions.RemoteCertificateValidationCallback is { } isTrusted)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
                !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && isTrusted(sender, certificate, chain, errors);
        }
    }
}
