using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Watches over connections that end, break and fail.</summary>
public sealed class ResumedWatchTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _end = new(Patience);
    private ConnectedCluster _cluster = null!;
    private CuttingHandler _cutting = null!;
    private int? _bytes;

    private IImageStreamsResource Streams => new KubernetesImageStreamClient(_cluster.Connection).Streams;

    public async Task InitializeAsync() => _cluster = await ConnectedCluster.StartAsync(handlers: _cutting = new CuttingHandler(() => _bytes));

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _end.Dispose();
    }

    [Fact]
    public async Task Watch_ConnectionIsCutAfterEachEvent_ReportsAllInOrder()
    {
        var version = await GetVersionAsync();
        for (var i = 0; i < 5; i++)
        {
            await CreateAsync($"s{i}");
        }

        _bytes = (int)(1.5 * await GetEventLengthAsync());
        var seen = await TakeAsync(new WatchOptions { ResourceVersion = version }, 5);

        Assert.Equal(["s0", "s1", "s2", "s3", "s4"], seen);
        Assert.Equal(4, _cutting.Cuts);
    }

    [Fact]
    public async Task Watch_ServerIsUnavailableForAWhile_GoesOn()
    {
        var version = await GetVersionAsync();
        _cluster.Cluster.Faults.FailNext(ClusterFault.Disconnect, request => request.IsWatch, times: 2);
        await CreateAsync("app");

        Assert.Equal(["app"], await TakeAsync(new WatchOptions { ResourceVersion = version }, 1));
    }

    [Fact]
    public async Task Watch_VersionIsGone_ToldToTheCaller()
    {
        var version = await GetVersionAsync();
        _cluster.Cluster.Faults.FailNext(ClusterFault.Gone, request => request.IsWatch);

        var refused = await Assert.ThrowsAsync<ApiException>(() => TakeAsync(new WatchOptions { ResourceVersion = version }, 1));

        Assert.Equal(ApiFailure.Gone, refused.Reason);
    }

    [Fact]
    public async Task Watch_FirstListFails_IsRepeated()
    {
        await CreateAsync("app");
        _cluster.Cluster.Faults.FailNext(ClusterFault.Disconnect, request => !request.IsWatch && request.Method == "GET");

        Assert.Equal(["app"], await TakeAsync(new WatchOptions(), 1));
    }

    private async Task<int> GetEventLengthAsync()
    {
        var stream = await Streams.GetAsync("shop", "s0");
        return ImageStreams.Serialization.ImageStreamJson.SerializeToUtf8Bytes(stream).Length + """{"type":"ADDED","object":}""".Length;
    }

    private async Task<string> GetVersionAsync() => (await Streams.ListAsync("shop")).Metadata.ResourceVersion!;

    private Task CreateAsync(string name) =>
        Streams.CreateAsync(new ImageStream { Metadata = new ObjectMeta { Name = name, Namespace = "shop" } });

    private async Task<List<string>> TakeAsync(WatchOptions options, int count)
    {
        var names = new List<string>();
        await foreach (var change in Streams.WatchAsync("shop", options, _end.Token))
        {
            names.Add(Assert.IsType<WatchEvent<ImageStream>.Added>(change).Object.Name);
            if (names.Count == count)
            {
                break;
            }
        }

        return names;
    }
}
