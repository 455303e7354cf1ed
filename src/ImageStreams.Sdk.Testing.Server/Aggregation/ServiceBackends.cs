using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.Testing.Server;

/// <summary>The servers behind services, as they are asked: over TLS, with the certificate of the cluster.</summary>
/// <remarks>There is no network of services: a route says where the server of a service is. Thread-safe.</remarks>
internal sealed class ServiceBackends(FrontProxyIdentity identity) : IDisposable
{
    private readonly ConcurrentDictionary<(string Namespace, string Name), Uri> _routes = new();
    private readonly ConcurrentDictionary<BackedService, HttpMessageInvoker> _clients = new();

    /// <summary>Sets the address of a service; null for none.</summary>
    public void SetRoute(string ns, string name, Uri? address)
    {
        if (address is null)
        {
            _routes.TryRemove((ns, name), out _);
        }
        else
        {
            _routes[(ns, name)] = address;
        }
    }

    /// <summary>Finds the address of a service; null when nothing serves it.</summary>
    public Uri? FindRoute(BackedService service) => _routes.GetValueOrDefault(service.Service);

    /// <summary>Sends a request, and returns as soon as the answer begins.</summary>
    /// <exception cref="HttpRequestException">The server does not answer.</exception>
    public Task<HttpResponseMessage> SendAsync(BackedService service, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The certificate is compared with the host of the request, not with that of the address.
        request.Headers.Host = service.Host;
        return _clients.GetOrAdd(service, Create).SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }

    private HttpMessageInvoker Create(BackedService service)
    {
        var options = new SslClientAuthenticationOptions
        {
            LocalCertificateSelectionCallback = (_, _, _, _, _) => identity.Client,
            CertificateChainPolicy = CreatePolicy(service.AuthorityPem),
        };
        if (service.SkipsVerification)
        {
#pragma warning disable CA5359 // The APIService says insecureSkipTLSVerify.
            options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        }

#pragma warning disable CA2000 // The client disposes of it.
        return new HttpMessageInvoker(new SocketsHttpHandler { SslOptions = options, AllowAutoRedirect = false, UseCookies = false });
#pragma warning restore CA2000
    }

    private static X509ChainPolicy? CreatePolicy(string authorityPem)
    {
        if (authorityPem.Length == 0)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(authorityPem);
        return policy;
    }
}
