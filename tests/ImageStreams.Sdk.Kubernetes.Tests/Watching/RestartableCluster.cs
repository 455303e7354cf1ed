using ImageStreams.Storage;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>A fake cluster that can be restarted on its port, with the streams that it has.</summary>
internal sealed class RestartableCluster : IAsyncDisposable
{
    private readonly InMemoryImageStreamStore _store;
    private FakeCluster _cluster;

    private RestartableCluster(InMemoryImageStreamStore store, FakeCluster cluster) => (_store, _cluster) = (store, cluster);

    /// <summary>The cluster that runs now.</summary>
    public FakeCluster Current => _cluster;

    public static async Task<RestartableCluster> StartAsync()
    {
        var store = new InMemoryImageStreamStore();
        return new RestartableCluster(store, await FakeCluster.StartAsync(CreateOptions(store, 0)));
    }

    /// <summary>Ends the server and its connections, and starts it again.</summary>
    public async Task RestartAsync()
    {
        var port = _cluster.Address.Port;
        await _cluster.DisposeAsync();
        _cluster = await FakeCluster.StartAsync(CreateOptions(_store, port));
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private static FakeClusterOptions CreateOptions(InMemoryImageStreamStore store, int port) => new()
    {
        Port = port,
        UseTls = false,
        RunsImports = false,
        RunsTriggers = false,
        CreateStore = _ => store,
    };
}
