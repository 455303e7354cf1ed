using System.Security.Cryptography.X509Certificates;
using ImageStreams.Registries;
using ImageStreams.Tests.Registries;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A docker-registry over TLS, with a certificate for 127.0.0.1 from an authority of the fixture's.</summary>
public class TlsRegistryFixture : DockerRegistryFixture
{
    private readonly X509Certificate2 _certificate;
    private readonly SocketsHttpHandler _handler;

    public TlsRegistryFixture()
    {
        _certificate = Authority.CreateServer();
        ClientCertificate = Authority.CreateClient();
        _handler = CreateHandler();
    }

    internal TestAuthority Authority { get; } = new();

    internal X509Certificate2 ClientCertificate { get; }

    protected override string Scheme => "https";

    /// <summary>The transport options of a client that trusts the authority.</summary>
    /// <param name="client">The client certificate; <see langword="null"/> for none.</param>
    internal SocketsRegistryHandlerSource Trusting(X509Certificate2? client = null)
    {
        var options = new RegistryTransportOptions();
        options.ForHost(Host).GetCertificateAuthorities = () => [Authority.Certificate];
        options.ForHost(Host).GetClientCertificate = client is null ? null : () => client;
        return new SocketsRegistryHandlerSource(options);
    }

    protected override string HttpConfiguration(string folder)
    {
        using var key = _certificate.GetECDsaPrivateKey()!;
        var (certificatePath, keyPath) = (Path.Combine(folder, "tls.crt"), Path.Combine(folder, "tls.key"));
        File.WriteAllText(certificatePath, _certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
        return $"""
              tls:
                certificate: {certificatePath}
                key: {keyPath}
            """;
    }

    protected override HttpClient CreateClient(string repository) =>
        new(_handler, disposeHandler: false) { BaseAddress = Address };

    protected override async Task StopAsync()
    {
        await base.StopAsync();
        _handler.Dispose();
        Authority.Dispose();
    }

    private SocketsHttpHandler CreateHandler() => new()
    {
        SslOptions =
        {
            ClientCertificates = [ClientCertificate],
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { Authority.Certificate },
            },
        },
    };
}
