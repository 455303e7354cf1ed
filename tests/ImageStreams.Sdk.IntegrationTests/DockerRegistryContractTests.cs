using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Tests.Registries;

namespace ImageStreams.IntegrationTests;

public sealed class DockerRegistryContractTests(DockerRegistryFixture registry)
    : RegistryClientContract, IClassFixture<DockerRegistryFixture>
{
    private readonly HttpRegistryClient _client = new();
    private readonly RegistryPusher _pusher = new(registry.Address);

    protected override IRegistryClient Client => _client;

    protected override Task<Digest> PushAsync(string name, SyntheticArtifact artifact) =>
        _pusher.PushAsync(name, artifact, Limit);

    protected override RegistryRepository Repository(string name) =>
        new() { Registry = registry.Address.Authority, Name = name, Insecure = true };

    protected override void Dispose(bool disposing)
    {
        _pusher.Dispose();
        _client.Dispose();
        base.Dispose(disposing);
    }
}
