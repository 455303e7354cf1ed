using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.IntegrationTests.Registries;

public sealed class DockerRegistryContractTests(DockerRegistryFixture registry)
    : RegistryClientContract, IClassFixture<DockerRegistryFixture>
{
    private readonly HttpRegistryClient _client = new();

    protected override IRegistryClient Client => _client;

    protected override Task<Digest> PushAsync(string name, SyntheticArtifact artifact) =>
        registry.PushAsync(name, artifact);

    protected override RegistryRepository Repository(string name) =>
        new() { Registry = registry.Host, Name = name, Insecure = true };

    protected override void Dispose(bool disposing)
    {
        _client.Dispose();
        base.Dispose(disposing);
    }
}
