using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Quickstart;

/// <summary>A registry inside this process.</summary>
internal sealed class InProcessRegistry : QuickstartRegistry
{
    private readonly InMemoryRegistry _registry = new();

    public override string Host => "registry.example.com";

    public override bool IsInsecure => false;

    public override string Description => $"{Host}, inside this process";

    public override IRegistryClient Client => _registry;

    public override Task PushAsync(string image, SyntheticImage content)
    {
        _registry.Push(GetName(image), content);
        return Task.CompletedTask;
    }

    public override void Dispose() => _registry.Dispose();
}
