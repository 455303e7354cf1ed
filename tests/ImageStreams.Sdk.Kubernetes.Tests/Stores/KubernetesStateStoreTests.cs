using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using ImageStreams.Tests.Contracts;
using k8s;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The contract of the state of controllers in ConfigMaps, and what happens to writes that are interrupted.</summary>
public sealed class KubernetesStateStoreTests : StateStoreContract, IAsyncLifetime
{
    private readonly RefusingHandler _handler = new();
    private ConnectedCluster? _cluster;
    private KubernetesStateStore? _state;

    protected override IStateStore State => _state!;

    public async Task InitializeAsync()
    {
        _cluster = await ConnectedCluster.StartAsync(new FakeClusterOptions { RunsImports = false, RunsTriggers = false }, null, _handler);
        _state = Create();
    }

    public async Task DisposeAsync()
    {
        await _cluster!.DisposeAsync();
        _handler.Dispose();
    }

    [Fact]
    public async Task Record_OfAKeyOfAnyLength_IsFoundByAnotherProcess()
    {
        StateRecord[] records = [new("x", new string('k', 5000) + "\n", "long\nvalue"), new("x", "_.é", "2")];

        await State.WriteAsync(records);

        Assert.Equal([records[1], records[0]], await Create().ReadAsync("x"));
    }

    [Fact]
    public async Task Section_OfAnyName_IsOneOfItsOwn()
    {
        string[] sections = ["a", "A", "a/b", "a-b", "a.", new('s', 100), "é", "pending"];
        await State.WriteAsync([.. sections.Select(static section => new StateRecord(section, "k", section))]);

        foreach (var section in sections)
        {
            Assert.Equal(section, Assert.Single(await State.ReadAsync(section)).Value);
        }
    }

    [Fact]
    public async Task Write_OfOneRecord_IsOneRequest()
    {
        await State.WriteAsync([new("imports", "shop/web", "1")]);
        _cluster!.Cluster.ClearRequests();

        await State.WriteAsync([new("imports", "shop/web", "2")]);

        Assert.Equal("PATCH", Assert.Single(_cluster.Cluster.Requests).Method);
    }

    [Fact]
    public async Task Write_ThatIsInterrupted_IsReadWholeAndFinishedByAnotherProcess()
    {
        StateRecord[] records = [.. Enumerable.Range(100, 40).Select(static i => new StateRecord("imports", $"{i}", "1"))];
        var patches = 0;
        _handler.Refuses = request => request.Method == HttpMethod.Patch && Interlocked.Increment(ref patches) > 5;

        var failure = await Assert.ThrowsAsync<StoreException>(() => State.WriteAsync(records).AsTask());
        var seen = await Create().ReadAsync("imports");
        _handler.Refuses = null;
        var finished = await Create().ReadAsync("imports");

        Assert.Equal(StoreFailure.ReadOnly, failure.Reason);
        Assert.Equal(records, seen);
        Assert.Equal(records, finished);
        Assert.DoesNotContain(await ListNamesAsync(), static name => name.Contains("-write-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_AfterOneThatWasInterrupted_IsTheLaterOne()
    {
        var patches = 0;
        _handler.Refuses = request => request.Method == HttpMethod.Patch && Interlocked.Increment(ref patches) > 5;
        await Assert.ThrowsAsync<StoreException>(() => WriteManyAsync("old"));
        _handler.Refuses = null;

        await WriteManyAsync("new");

        Assert.All(await Create().ReadAsync("imports"), static record => Assert.Equal("new", record.Value));
    }

    [Fact]
    public async Task Write_WithoutRoom_WritesNothing()
    {
        var value = new string('v', 600_000);
        var part = StatePart.Find("imports", "a");
        var same = Enumerable.Range(0, 1000).Select(static i => $"b{i}").First(key => StatePart.Find("imports", key) == part);
        var other = Enumerable.Range(0, 1000).Select(static i => $"c{i}").First(key => StatePart.Find("imports", key) != part);
        await State.WriteAsync([new("imports", "a", value)]);

        var full = await Assert.ThrowsAsync<StoreException>(
            () => State.WriteAsync([new("imports", same, value), new("imports", other, "1")]).AsTask());
        var late = Create();
        await late.ReadAsync("imports");
        await late.WriteAsync([new("imports", "a", value)]);

        Assert.Equal(StoreFailure.OutOfSpace, full.Reason);
        Assert.Equal("a", Assert.Single(await State.ReadAsync("imports")).Key);
        await Assert.ThrowsAsync<ArgumentException>(() => State.WriteAsync([new("imports", "a", value + value)]).AsTask());
    }

    [Fact]
    public async Task State_OfAnotherPrefixOrNamespace_IsAnother()
    {
        await State.WriteAsync([new("imports", "a", "1")]);

        Assert.Empty(await new KubernetesStateStore(_cluster!.Connection, prefix: "others").ReadAsync("imports"));
        Assert.Empty(await new KubernetesStateStore(_cluster.Connection, "kube-system").ReadAsync("imports"));
        Assert.Throws<ArgumentException>(() => new KubernetesStateStore(_cluster.Connection, prefix: "A_b"));
    }

    private KubernetesStateStore Create() => new(_cluster!.Connection);

    private Task WriteManyAsync(string value) =>
        State.WriteAsync([.. Enumerable.Range(100, 40).Select(i => new StateRecord("imports", $"{i}", value))]).AsTask();

    private async Task<IEnumerable<string>> ListNamesAsync() =>
        (await _cluster!.Client.CoreV1.ListNamespacedConfigMapAsync("default")).Items.Select(static one => one.Metadata.Name);
}
