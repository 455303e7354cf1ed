namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A docker-registry over TLS that requires a client certificate of the fixture's authority.</summary>
public sealed class MutualTlsRegistryFixture : TlsRegistryFixture
{
    protected override string HttpConfiguration(string folder)
    {
        var path = Path.Combine(folder, "clients.crt");
        File.WriteAllText(path, Authority.Certificate.ExportCertificatePem());
        return $"""
            {base.HttpConfiguration(folder)}
                clientcas:
                  - {path}
            """;
    }
}
