using System.Net;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Testing;

public sealed class RegistryPusherTests
{
    [Fact]
    public async Task Push_UploadContinuesAtAnotherUrl_KeepsTheLogin()
    {
        await using var server = await LoopbackRegistryServer.StartAsync();
        await using var other = await LoopbackRegistryServer.StartAsync();
        server.Registry.FailNext(
            new RegistryFault.Response { Code = HttpStatusCode.Accepted, Location = $"{other.Address}v2/a/b/blobs/uploads/1" },
            new() { Resource = RegistryResource.Upload });
        using var pusher = new RegistryPusher(server.Address, new() { UserName = "user", Password = "pass" });

        await Assert.ThrowsAsync<HttpRequestException>(() => pusher.PushAsync("a/b:1", SyntheticImage.Create()));

        Assert.Empty(other.Registry.Requests);
    }

    [Fact]
    public async Task Push_OwnClient_IsUsed()
    {
        await using var server = await LoopbackRegistryServer.StartAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("own/1.0");
        using var pusher = new RegistryPusher(client);

        await pusher.PushAsync("a/b:1", SyntheticImage.Create());

        Assert.NotEmpty(server.Registry.Requests);
        Assert.All(server.Registry.Requests, request => Assert.Equal("own/1.0", request.UserAgent));
    }

    [Fact]
    public void Pusher_ClientWithoutBaseAddress_IsRefused()
    {
        using var client = new HttpClient();

        Assert.Throws<ArgumentException>(() => new RegistryPusher(client));
    }
}
