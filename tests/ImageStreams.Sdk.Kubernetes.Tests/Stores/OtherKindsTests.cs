using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using ImageStreams.Tests.Storage;
using k8s;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The other objects of a store in a cluster: the cluster's own.</summary>
public sealed class OtherKindsTests : IAsyncLifetime
{
    private ConnectedCluster? _cluster;
    private KubernetesImageStreamStore? _store;

    public async Task InitializeAsync()
    {
        _cluster = await StoreCluster.StartAsync();
        _store = new KubernetesImageStreamStore(_cluster.Connection);
    }

    public async Task DisposeAsync()
    {
        await _store!.DisposeAsync();
        await _cluster!.DisposeAsync();
    }

    [Fact]
    public async Task Namespaces_OfTheCluster_AreReadAndNotWritten()
    {
        var namespaces = _store!.GetObjects("namespaces");

        var found = await namespaces.FindAsync(new("", "shop"));

        Assert.Equal(("Namespace", "v1"), (found!.Kind, found.ApiVersion));
        Assert.Contains((await namespaces.ListAsync(ListQuery.All)).Items, static one => one.Name == "bakery");
        var refused = await Assert.ThrowsAsync<ApiException>(() => namespaces.CreateAsync(Other("", "new")).AsTask());
        Assert.Equal((405, ApiFailure.MethodNotAllowed), (refused.Status.Code, refused.Reason));
        await Assert.ThrowsAsync<ApiException>(() => namespaces.UpdateAsync(found).AsTask());
        await Assert.ThrowsAsync<ApiException>(() => namespaces.DeleteAsync(new("", "shop")).AsTask());
        Assert.NotNull(await _cluster!.Client.CoreV1.ReadNamespaceAsync("shop"));
    }

    [Fact]
    public async Task LimitRanges_ThatTheClusterGets_AreReported()
    {
        var ranges = _store!.GetObjects("limitranges");
        var before = await ranges.ListAsync(ListQuery.All);
        await _cluster!.Client.CoreV1.CreateNamespacedLimitRangeAsync(
            new() { Metadata = new() { Name = "limits" }, Spec = new() { Limits = [new() { Type = "openshift.io/ImageStream" }] } }, "shop");

        await using var watch = ranges.WatchAsync(new WatchQuery { ResourceVersion = before.ResourceVersion }).GetAsyncEnumerator();
        Assert.True(await watch.MoveNextAsync());

        Assert.Equal("limits", Assert.IsType<WatchEvent<ClusterObject>.Added>(watch.Current).Object.Name);
        Assert.Same(ranges, _store.GetObjects("limitranges"));
    }

    [Fact]
    public async Task Kinds_OfAGroup_AreFoundWithTheirVersionAndScope()
    {
        var stored = _store!.GetObjects("customresourcedefinitions.apiextensions.k8s.io");

        var found = await stored.FindAsync(new("", "images.store.imagestreams.sdk"));

        Assert.Equal("CustomResourceDefinition", found!.Kind);
    }

    [Fact]
    public async Task Kinds_ThatTheClusterDoesNotHave_AreEmptyAndCannotBeCreated()
    {
        var widgets = _store!.GetObjects("widgets.example.com");

        Assert.Null(await widgets.FindAsync(new("shop", "a")));
        Assert.Empty((await widgets.ListAsync(ListQuery.All)).Items);
        var refused = await Assert.ThrowsAsync<ApiException>(() => widgets.CreateAsync(Other("shop", "a")).AsTask());
        Assert.Contains("no resource 'widgets.example.com'", refused.Message, StringComparison.Ordinal);
        Assert.Equal(StoreFailure.NotFound, (await Assert.ThrowsAsync<StoreException>(() => widgets.DeleteAsync(new("shop", "a")).AsTask())).Reason);
    }

    [Fact]
    public async Task Rights_OfAServedApi_AreNotThoseOfTheCluster()
    {
        _cluster!.Cluster.ClearRequests();
        var roles = _store!.GetObjects("clusterroles.rbac.authorization.k8s.io");

        await roles.CreateAsync(ImageStreamJson.Deserialize<ClusterObject>("""{"kind":"ClusterRole","metadata":{"name":"everything"}}"""));

        Assert.Single((await roles.ListAsync(ListQuery.All)).Items);
        Assert.Empty(_cluster.Cluster.Requests);
    }

    [Fact]
    public async Task Object_WithFinalizers_IsDeletedWhenTheClusterLetsItGo()
    {
        var maps = _store!.GetObjects("configmaps");
        var value = Other("shop", "held");
        await maps.CreateAsync(value with { Metadata = value.Metadata with { Finalizers = ["example.com/wait"] } });

        var going = await maps.DeleteAsync(new("shop", "held"));

        Assert.NotNull(going.Metadata.DeletionTimestamp);
        Assert.NotNull(await maps.FindAsync(new("shop", "held")));
    }

    [Fact]
    public async Task Delete_OfAStream_IsTwoRequests()
    {
        await _store!.Streams.CreateAsync(Stream("shop", "web"));
        _cluster!.Cluster.ClearRequests();

        await _store.Streams.DeleteAsync(new("shop", "web"));

        Assert.Equal(["DELETE", "GET"], _cluster.Cluster.Requests.Select(static request => request.Method).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Delete_OnAServerWhoseWatchesBeginWithNothing_IsOneMore()
    {
        var created = await _store!.Streams.CreateAsync(Stream("shop", "web"));
        using var older = _cluster!.Cluster.Faults.FailUntilDisposed(
            new ClusterFault.Refusal(422, "Invalid", "sendInitialEvents is forbidden for watch", null),
            static request => request.Query.Contains("sendInitialEvents", StringComparison.Ordinal));
        _cluster.Cluster.ClearRequests();

        var deleted = await _store.Streams.DeleteAsync(new("shop", "web"));

        Assert.True(deleted.Version() > created.Version());
        Assert.Equal(3, _cluster.Cluster.Requests.Count(static request => request.StatusCode != 422));
    }

    [Fact]
    public async Task Delete_OfWhatIsNotThere_IsOneRequest()
    {
        _cluster!.Cluster.ClearRequests();

        var missing = await Assert.ThrowsAsync<StoreException>(() => _store!.Streams.DeleteAsync(new("shop", "web")).AsTask());

        Assert.Equal(StoreFailure.NotFound, missing.Reason);
        Assert.Single(_cluster.Cluster.Requests);
    }
}
