using System.Net.Security;
using System.Net.Sockets;
using ImageStreams.Registries;
using ImageStreams.Tests.Registries;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>Hostile servers of HTTP/2 over TLS, frame by frame: each ends with a typed failure, in bounded time and memory, and
/// without secrets.</summary>
[Collection(nameof(HostileServerTests))]
public sealed class HostileHttp2ServerTests : IDisposable
{
    /// <summary>The frames that the server of the test writes count as well; one that floods writes many before the client hangs up.</summary>
    private const long MaxAllocated = 128L << 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly TestAuthority _authority = new();

    public static TheoryData<string> Names => [.. HostileHttp2Servers.All.Select(server => server.Name)];

    public void Dispose() => _authority.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Client_HostileHttp2Server_EndsTypedAndBoundedWithoutSecrets(string name)
    {
        var hostile = HostileHttp2Servers.All.Single(server => server.Name == name);
        await using var server = new RawServer((stream, stop) => ServeAsync(hostile, stream, stop));
        using var client = HostileClient.Create(server.Host);
        using var limit = new CancellationTokenSource(Limit);
        var before = GC.GetTotalAllocatedBytes();

        var exception = await Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(HostileClient.GetRepository(server.Host), "1", limit.Token));

        Assert.Contains(exception.Reason, hostile.Failures);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MaxAllocated);
        HostileClient.AssertKeepsSecrets(exception);
    }

    [Fact]
    public void Table_HasAtLeast12Servers() => Assert.InRange(HostileHttp2Servers.All.Count, 12, 100);

    /// <summary>Speaks TLS and HTTP/2; a client that tries plain HTTP afterwards is hung up on.</summary>
    private async Task ServeAsync(HostileHttp2Server hostile, NetworkStream stream, CancellationToken stop)
    {
        await using var secure = new SslStream(stream);
        try
        {
            await secure.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificate = _authority.CreateServer(),
                    ApplicationProtocols = [SslApplicationProtocol.Http2],
                },
                stop);
        }
        catch (System.Security.Authentication.AuthenticationException)
        {
            return;
        }

        var connection = new Http2Connection(secure, stop);
        await connection.AcceptAsync();
        await hostile.Serve(connection);
    }
}
