using ImageStreams.IntegrationTests.Registries;

namespace ImageStreams.IntegrationTests.Soak;

/// <summary>A docker-registry that does not log its requests: there are too many.</summary>
public sealed class QuietRegistryFixture : DockerRegistryFixture
{
    protected override bool LogsRequests => false;
}
