using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.Tests.Registries;

public sealed class LoopbackRegistryContractTests : RegistryClientContract
{
    private readonly HttpRegistryClient _client = new();
    private LoopbackRegistryServer _server = null!;
    private RegistryPusher _pusher = null!;

    protected override IRegistryClient Client => _client;

    public override async Task InitializeAsync()
    {
        _server = await LoopbackRegistryServer.StartAsync(cancellationToken: Limit);
        _pusher = new RegistryPusher(_server.Address);
    }

    public override async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _server.Registry.Dispose();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        _pusher.Dispose();
        _client.Dispose();
        base.Dispose(disposing);
    }

    [Fact]
    public async Task ListTags_SmallPages_FollowsLinks()
    {
        _server.Registry.TagPageSize = 2;
        foreach (var tag in new[] { "a", "b", "c", "d", "e" })
        {
            await PushAsync($"contract/pages:{tag}", SyntheticImage.Create());
        }

        _server.Registry.ClearRequests();
        Assert.Equal(["a", "b", "c", "d", "e"], await ListTagsAsync("contract/pages"));
        Assert.Equal(3, _server.Registry.Requests.Count);
    }

    protected override Task<Digest> PushAsync(string name, SyntheticArtifact artifact) =>
        _pusher.PushAsync(name, artifact, Limit);

    protected override RegistryRepository Repository(string name) =>
        new() { Registry = _server.Host, Name = name, Insecure = true };
}
