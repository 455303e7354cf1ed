using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>A fake cluster that can be restarted on its port, with the streams that it has.</summary>
internal sealed class RestartableCluster : IAsyncDisposable
{
    private readonly FakeTimeProvider _time;
    private readonly InMemoryImageStreamStore _store;
    private FakeCluster _cluster;

    private RestartableCluster(FakeTimeProvider time, InMemoryImageStreamStore store, FakeCluster cluster) =>
        (_time, _store, _cluster) = (time, store, cluster);

    /// <summary>The cluster that runs now.</summary>
    public FakeCluster Current => _cluster;

    public static async Task<RestartableCluster> StartAsync()
    {
        var time = new FakeTimeProvider();
        var store = new InMemoryImageStreamStore(timeProvider: time);
        return new RestartableCluster(time, store, await FakeCluster.StartAsync(CreateOptions(time, store, 0)));
    }

    /// <summary>Ends the server and its connections, and starts it again.</summary>
    public async Task RestartAsync()
    {
        var port = _cluster.Address.Port;
        await _cluster.DisposeAsync();
        _cluster = await FakeCluster.StartAsync(CreateOptions(_time, _store, port));
    }

    /// <summary>Lets the time pass until the watches send bookmarks, which they do in quiet minutes.</summary>
    public async Task PassTimeAsync(Func<bool> hasSent, CancellationToken cancellationToken)
    {
        while (!hasSent())
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private static FakeClusterOptions CreateOptions(FakeTimeProvider time, InMemoryImageStreamStore store, int port) => new()
    {
        Port = port,
        UseTls = false,
        TimeProvider = time,
        RunsImports = false,
        RunsTriggers = false,
        CreateStore = _ => store,
    };
}
