using ImageStreams.Registries;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A server of HTTP/2 that means no good, and the failures that may be reported.</summary>
internal sealed record HostileHttp2Server(string Name, Func<Http2Connection, Task> Serve, params RegistryFailure[] Failures)
{
    public override string ToString() => Name;
}
