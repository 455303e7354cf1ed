using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.Testing.Server;

public sealed partial class FakeCluster
{
    /// <summary>Creates an HTTP client of the API that trusts its certificate. The caller disposes of it.</summary>
    public HttpClient CreateHttpClient()
    {
#pragma warning disable CA2000 // The client disposes of it.
        var handler = new SocketsHttpHandler();
#pragma warning restore CA2000
        if (Authority is { } authority)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => IsIssuedBy(certificate, authority);
        }

        return new HttpClient(handler) { BaseAddress = Address };
    }

    private static bool IsIssuedBy(X509Certificate? certificate, X509Certificate2 authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return certificate is X509Certificate2 known && chain.Build(known);
    }
}
