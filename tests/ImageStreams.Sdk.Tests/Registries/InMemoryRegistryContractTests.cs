using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.Tests.Registries;

public sealed class InMemoryRegistryContractTests : RegistryClientContract
{
    private readonly InMemoryRegistry _registry = new();

    protected override IRegistryClient Client => _registry;

    protected override void Dispose(bool disposing)
    {
        _registry.Dispose();
        base.Dispose(disposing);
    }

    protected override Task<Digest> PushAsync(string name, SyntheticArtifact artifact) =>
        Task.FromResult(_registry.Push(name, artifact));

    protected override RegistryRepository Repository(string name) => new() { Registry = "registry.example", Name = name };
}
