using System.Net.Sockets;
using ImageStreams.Registries;
using ImageStreams.Tests.Registries;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>Hostile servers of HTTP/1.1 over raw sockets: each ends with a typed failure, in bounded time and memory, and
/// without secrets.</summary>
[Collection(nameof(HostileServerTests))]
public sealed class HostileServerTests
{
    private const long MaxAllocated = 64L << 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Names => [.. HostileServers.All.Select(server => server.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Client_HostileServer_EndsTypedAndBoundedWithoutSecrets(string name)
    {
        var hostile = HostileServers.All.Single(server => server.Name == name);
        await using var server = new RawServer((stream, stop) => ServeAsync(hostile, stream, stop));
        using var client = HostileClient.Create(server.Host);
        using var limit = new CancellationTokenSource(Limit);
        var before = GC.GetTotalAllocatedBytes();

        var exception = await Assert.ThrowsAsync<RegistryException>(
            () => hostile.Ask(client, HostileClient.GetRepository(server.Host), limit.Token));

        Assert.Contains(exception.Reason, hostile.Failures);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MaxAllocated);
        HostileClient.AssertKeepsSecrets(exception);
    }

    [Fact]
    public void Table_HasAtLeast60Servers() =>
        Assert.True(HostileServers.All.Select(server => server.Name).Distinct().Count() is >= 60 and var count && count == HostileServers.All.Count);

    /// <summary>Answers TLS as a server of plain HTTP does, and other requests as the case says.</summary>
    private static async Task ServeAsync(HostileServer hostile, NetworkStream stream, CancellationToken stop)
    {
        var head = await HostileExchange.ReadHeadAsync(stream, stop);
        if (head.Length == 0)
        {
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), stop);
            return;
        }

        var host = stream.Socket.LocalEndPoint!.ToString()!;
        await hostile.Serve(new HostileExchange(stream, head, host, stop));
    }
}
