using ImageStreams.AspNetCore;
using ImageStreams.Storage;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.AspNetCore;

public sealed class FollowedObjectsTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ListedStore<ClusterObject> _store = new(new InMemoryImageStreamStore().GetObjects("things"));
    private readonly FollowedObjects _objects;

    public FollowedObjectsTests() => _objects = new FollowedObjects(_store, TimeProvider.System, _stop.Token);

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    [Fact]
    public async Task Get_ReadsTheStoreOnce()
    {
        await _store.CreateAsync(Create("shop", "b"));
        await _store.CreateAsync(Create("shop", "a"));
        await _store.CreateAsync(Create("other", "c"));

        Assert.Equal(["a", "b"], await GetAsync("shop"));
        Assert.Equal(["c"], await GetAsync("other"));
        Assert.Empty(await GetAsync("empty"));
        Assert.Equal(["other", "shop"], (await _objects.GetNamespacesAsync(default)).Order(StringComparer.Ordinal));
        Assert.Single(_store.Lists);
    }

    [Fact]
    public async Task WritesThroughIt_AreKnownAtOnce()
    {
        Assert.Empty(await GetAsync("shop"));

        var created = await _objects.CreateAsync(Create("shop", "a"));
        Assert.Equal(["a"], await GetAsync("shop"));
        var updated = await _objects.UpdateAsync(created with { Metadata = created.Metadata with { Labels = created.Metadata.Labels.Set("l", "1") } });
        Assert.Equal(updated, (await _objects.GetAsync("shop", default)).Single());
        await _objects.DeleteAsync(ObjectKey.FromObject(updated));

        Assert.Empty(await GetAsync("shop"));
        Assert.Empty(await _objects.GetNamespacesAsync(default));
        Assert.Single(_store.Lists);
    }

    [Fact]
    public async Task ManyWritersAtOnce_AreAllKnown()
    {
        Assert.Empty(await GetAsync("shop"));

        await Task.WhenAll(Enumerable.Range(0, 32).Select(async number =>
        {
            var name = $"n{number}";
            await _objects.CreateAsync(Create("shop", name));
            Assert.Contains(name, await GetAsync("shop"));
        }));

        Assert.Equal(32, (await GetAsync("shop")).Count());
    }

    [Fact]
    public async Task WritesPastIt_AreKnownWhenTheStoreReportsThem()
    {
        Assert.Empty(await GetAsync("shop"));
        await _store.CreateAsync(Create("shop", "a"));
        for (var attempt = 0; attempt < 100_000 && !(await GetAsync("shop")).Any(); attempt++)
        {
            await Task.Yield();
        }

        Assert.Equal(["a"], await GetAsync("shop"));
        Assert.Single(_store.Lists);
    }

    [Fact]
    public async Task WatchThatIsCanceledByTheStore_IsBegunAgain()
    {
        var store = new CutStore(_store, new OperationCanceledException("The store has canceled it."));
        var time = new FakeTimeProvider();
        var objects = new FollowedObjects(store, time, _stop.Token);
        Assert.Empty(await objects.GetAsync("shop", default));

        for (var attempt = 0; attempt < 100_000 && store.Watches < 2; attempt++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(2, store.Watches);
    }

    private async Task<IEnumerable<string>> GetAsync(string ns) => (await _objects.GetAsync(ns, default)).Select(static one => one.Name);

    private static ClusterObject Create(string ns, string name) =>
        new() { Kind = "Thing", ApiVersion = "v1", Metadata = new ObjectMeta { Namespace = ns, Name = name, Uid = name } };
}
