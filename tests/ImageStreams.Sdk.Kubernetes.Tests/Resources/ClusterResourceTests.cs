using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Objects of any kind in a cluster: all verbs, and a copy that stays up to date.</summary>
public sealed class ClusterResourceTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(60));
    private ConnectedCluster _cluster = null!;

    private ClusterResource ConfigMaps => _cluster.Connection.GetResource(new ClusterResourceType { Version = "v1", Plural = "configmaps" });

    public async Task InitializeAsync() => _cluster = await ConnectedCluster.StartAsync();

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _end.Dispose();
    }

    [Fact]
    public async Task Verbs_OfAConfigMap_WorkOnIt()
    {
        var created = await ConfigMaps.CreateAsync(ConfigMap("web"));
        var patched = (await ConfigMaps.PatchAsync("shop", "web", ObjectPatch.Merge("""{"data":{"a":"1"}}"""))).Object;
        var updated = await ConfigMaps.UpdateAsync(patched with { Metadata = patched.Metadata with { Labels = default } });

        Assert.NotEqual(created.Metadata.ResourceVersion, updated.Metadata.ResourceVersion);
        Assert.Equal(updated, await ConfigMaps.GetAsync("shop", "web"));
        Assert.IsType<DeleteResult<ClusterObject>.Deleted>(await ConfigMaps.DeleteAsync("shop", "web"));
        Assert.Equal(ApiFailure.NotFound, (await Assert.ThrowsAsync<ApiException>(() => ConfigMaps.GetAsync("shop", "web"))).Reason);
    }

    [Fact]
    public async Task Create_InNoNamespace_IsRefused()
    {
        var value = ConfigMap("web");

        await Assert.ThrowsAsync<ApiException>(() => ConfigMaps.CreateAsync(value with { Metadata = value.Metadata with { Namespace = null } }));
    }

    [Fact]
    public async Task List_HasTheKindOfEachObject()
    {
        await ConfigMaps.CreateAsync(ConfigMap("web"));

        var listed = (await ConfigMaps.ListAsync("shop")).Items.Single(value => value.Name == "web");

        Assert.Equal(("ConfigMap", "v1"), (listed.Kind, listed.ApiVersion));
    }

    [Fact]
    public async Task Reflector_OfAResource_HasItsObjectsAndTellsChanges()
    {
        await ConfigMaps.CreateAsync(ConfigMap("web"));
        var reflector = new Reflector<ClusterObject>(ConfigMaps, new ReflectorOptions { Namespace = "shop", LabelSelector = "team" });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        var running = reflector.RunAsync(stop.Token);
        await using var changes = reflector.ReadChangesAsync(_end.Token).GetAsyncEnumerator();
        Assert.Equal("web", Assert.IsType<WatchEvent<ClusterObject>.Added>(await NextAsync(changes)).Object.Name);
        Assert.IsType<WatchEvent<ClusterObject>.Bookmark>(await NextAsync(changes));

        await ConfigMaps.PatchAsync("shop", "web", ObjectPatch.Merge("""{"metadata":{"labels":{"team":"b"}}}"""));
        Assert.Equal("a", Assert.IsType<WatchEvent<ClusterObject>.Modified>(await NextAsync(changes)).Previous!.Metadata.Labels["team"]);
        await ConfigMaps.DeleteAsync("shop", "web");
        Assert.Equal("web", Assert.IsType<WatchEvent<ClusterObject>.Deleted>(await NextAsync(changes)).Object.Name);
        await stop.CancelAsync();
        await running;
    }

    private static async Task<WatchEvent<ClusterObject>> NextAsync(IAsyncEnumerator<WatchEvent<ClusterObject>> changes) =>
        await changes.MoveNextAsync() ? changes.Current : throw new InvalidOperationException("The changes have ended.");

    private static ClusterObject ConfigMap(string name) => new()
    {
        ApiVersion = "v1",
        Kind = "ConfigMap",
        Metadata = new ObjectMeta
        {
            Namespace = "shop",
            Name = name,
            Labels = default(ImageStreams.Collections.ValueMap<string>).Set("team", "a"),
        },
    };
}
