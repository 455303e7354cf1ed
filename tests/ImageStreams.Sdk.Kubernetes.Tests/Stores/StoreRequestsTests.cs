using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The requests of a store in a cluster: how many a page costs, and when watches end.</summary>
public sealed class StoreRequestsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private ConnectedCluster? _cluster;
    private KubernetesImageStreamStore? _store;

    private IReadOnlyList<ClusterRequest> Requests => _cluster!.Cluster.Requests;

    public async Task InitializeAsync()
    {
        _cluster = await StoreCluster.StartAsync(history: 1000);
        _store = new KubernetesImageStreamStore(_cluster.Connection, timeProvider: _time);
    }

    public async Task DisposeAsync()
    {
        await _store!.DisposeAsync();
        await _cluster!.DisposeAsync();
    }

    [Fact]
    public async Task List_OfANamespaceByPages_ReadsEachPageOnce()
    {
        await CreateAsync("shop", "a", "b", "c", "d", "e");

        var names = await ListAsync("shop", 2);

        Assert.Equal(["a", "b", "c", "d", "e"], names);
        // One more asks for names that have another place.
        Assert.Equal(4, Requests.Count);
        Assert.All(Requests, static request => Assert.Contains("limit=", request.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_OfImagesByPages_HasTheOrderOfDigests()
    {
        string[] digests = ["sha256:0a", "sha256:1b", "sha256:2c"];
        foreach (var digest in digests.Reverse())
        {
            await _store!.Images.CreateAsync(Image(digest));
        }

        _cluster!.Cluster.ClearRequests();
        var first = await _store!.Images.ListAsync(new() { Limit = 2 });
        var rest = await _store.Images.ListAsync(new() { Limit = 2, Continue = first.Continue });

        Assert.Equal(digests, first.Items.Concat(rest.Items).Select(static image => image.Name));
        Assert.Equal((1, 3), (first.Remaining, Requests.Count));
    }

    /// <summary>The custom resource of such a name is behind the others, and the object before them.</summary>
    [Fact]
    public async Task List_OfANamespaceWithANameOfAnotherPlace_HasTheOrderOfNames()
    {
        await CreateAsync("shop", "a", "B_c", "d", "sha256sum");

        Assert.Equal(["B_c", "a", "d", "sha256sum"], await ListAsync("shop", 1));
        var labels = (await _store!.Streams.FindAsync(new("shop", "B_c")))!.Metadata.Labels;
        Assert.Equal("B_c", Assert.Single(labels).Value);
    }

    [Fact]
    public async Task List_OfAllNamespaces_HasTheOrderOfNamespaces()
    {
        await CreateAsync("shop-2", "a");
        await CreateAsync("shop", "z");

        Assert.Equal(["z", "a"], await ListAsync(null, 1));
    }

    [Fact]
    public async Task Watch_WhileSomebodyWatches_IsOneRequest()
    {
        var before = await CreateAsync("shop", "a");
        await ReadOneAsync(before);
        _time.Advance(WatchMirror<ImageStream, ImageStreamList>.QuietTime / 2);
        await ReadOneAsync(before);

        Assert.Equal(1, CountWatches());
    }

    [Fact]
    public async Task Watch_ThatNobodyHasUsedForAWhile_EndsAndBeginsAnew()
    {
        var before = await CreateAsync("shop", "a");
        await ReadOneAsync(before);
        _time.Advance(WatchMirror<ImageStream, ImageStreamList>.QuietTime);
        await ReadOneAsync(before);

        Assert.Equal(2, CountWatches());
    }

    private async Task<string> CreateAsync(string ns, params string[] names)
    {
        var before = (await _store!.Streams.ListAsync(ListQuery.All)).ResourceVersion;
        foreach (var name in names)
        {
            await _store.Streams.CreateAsync(Stream(ns, name, name));
        }

        _cluster!.Cluster.ClearRequests();
        return before;
    }

    private async Task<List<string>> ListAsync(string? ns, int limit)
    {
        var names = new List<string>();
        var query = new ListQuery { Namespace = ns, Limit = limit };
        do
        {
            var page = await _store!.Streams.ListAsync(query);
            names.AddRange(page.Items.Select(static stream => stream.Name));
            query = query with { Continue = page.Continue };
        }
        while (query.Continue is not null);

        return names;
    }

    // What is reported came over the watch.
    private async Task ReadOneAsync(string version)
    {
        await foreach (var change in _store!.Streams.WatchAsync(new WatchQuery { ResourceVersion = version }))
        {
            Assert.IsType<WatchEvent<ImageStream>.Added>(change);
            break;
        }
    }

    private int CountWatches() => Requests.Count(static request => request.Query.Contains("watch=true", StringComparison.Ordinal));
}
