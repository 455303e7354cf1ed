namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A docker-registry that fetches requested content from another registry, and caches it.</summary>
public sealed class PullThroughRegistryFixture : DockerRegistryFixture
{
    public DockerRegistryFixture Origin { get; } = new();

    protected override async Task StartAsync()
    {
        await Origin.InitializeAsync();
        await base.StartAsync();
    }

    protected override async Task StopAsync()
    {
        await base.StopAsync();
        await Origin.DisposeAsync();
    }

    protected override string MoreConfiguration(string folder) => $"""
        proxy:
          remoteurl: {Origin.Address}
        """;
}
