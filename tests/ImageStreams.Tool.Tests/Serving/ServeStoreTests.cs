using System.Net;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>A server whose streams are custom resources of a cluster, and whose namespaces and limits are the cluster's.</summary>
public sealed class ServeStoreTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ShopCluster? _shop;
    private ClusterConnection? _admin;

    public async Task InitializeAsync()
    {
        _shop = await ShopCluster.StartAsync();
        _admin = ClusterConnection.FromKubeconfig(_shop.Kubeconfig);
        var definitions = _admin.GetResource(
            new() { Group = "apiextensions.k8s.io", Version = "v1", Plural = "customresourcedefinitions", IsNamespaced = false });
        foreach (var definition in ImageStreamDefinitions.Create(KubernetesStoreOptions.DefaultGroup))
        {
            await definitions.CreateAsync(definition);
        }

        await CreateAsync("namespaces", """{"kind":"Namespace","apiVersion":"v1","metadata":{"name":"team"}}""");
    }

    public async Task DisposeAsync() => await _shop!.DisposeAsync();

    public void Dispose()
    {
        _admin?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Serve_StoreOfACluster_KeepsStreamsAsCustomResources()
    {
        await using var served = await StartAsync();
        using var connection = ClusterConnection.FromKubeconfig(served.KubeconfigFile);

        await new KubernetesImageStreamClient(connection).Streams.CreateAsync(CreateStream("default"));

        var stored = _admin!.GetResource(new() { Group = KubernetesStoreOptions.DefaultGroup, Version = "v1", Plural = "imagestreams" });
        Assert.Equal("web", (await stored.GetAsync("default", "web")).Name);
        Assert.Equal(ToolExitCode.Fine, (await served.StopAsync()).ExitCode);
    }

    [Fact]
    public async Task Serve_StoreOfACluster_HasTheNamespacesOfTheCluster()
    {
        await CreateAsync("namespaces", """{"kind":"Namespace","apiVersion":"v1","metadata":{"name":"leaving","finalizers":["example.com/wait"]}}""");
        await GetNamespaces(_admin!).DeleteAsync(null, "leaving");
        await using var served = await StartAsync();
        using var connection = ClusterConnection.FromKubeconfig(served.KubeconfigFile);
        _shop!.Cluster.ClearRequests();

        using var team = await served.GetAsync("/api/v1/namespaces/team", served.Token);
        var refused = await Assert.ThrowsAsync<ApiException>(
            () => new KubernetesImageStreamClient(connection).Streams.CreateAsync(CreateStream("leaving")));

        Assert.Equal((HttpStatusCode.OK, ApiFailure.Forbidden), (team.StatusCode, refused.Reason));
        Assert.DoesNotContain(_shop.Cluster.Requests, static request => request.Method == "POST" && request.Path.EndsWith("/imagestreams", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Serve_StoreOfACluster_WritesNoNamespaces()
    {
        await using var served = await StartAsync();
        using var connection = ClusterConnection.FromKubeconfig(served.KubeconfigFile);
        var value = ImageStreamJson.Deserialize<ClusterObject>("""{"kind":"Namespace","apiVersion":"v1","metadata":{"name":"new"}}""");

        var refused = await Assert.ThrowsAsync<ApiException>(() => GetNamespaces(connection).CreateAsync(value));
        var kept = await Assert.ThrowsAsync<ApiException>(() => GetNamespaces(connection).DeleteAsync(null, "team"));

        Assert.Equal((405, 405), (refused.Status.Code, kept.Status.Code));
        Assert.Equal("team", (await GetNamespaces(_admin!).GetAsync(null, "team")).Name);
    }

    [Fact]
    public async Task Serve_StoreOfACluster_HasTheLimitsOfTheCluster()
    {
        await CreateAsync(
            "limitranges",
            """{"kind":"LimitRange","apiVersion":"v1","metadata":{"name":"few","namespace":"team"},"spec":{"limits":[{"type":"openshift.io/ImageStream","max":{"openshift.io/image-tags":"0"}}]}}""");
        await using var served = await StartAsync();
        using var connection = ClusterConnection.FromKubeconfig(served.KubeconfigFile);
        var stream = CreateStream("team") with { Spec = new() { Tags = [new TagReference { Name = "1", From = ObjectReference.DockerImage("example.com/web:1") }] } };

        var refused = await Assert.ThrowsAsync<ApiException>(() => new KubernetesImageStreamClient(connection).Streams.CreateAsync(stream));

        Assert.Equal(ApiFailure.Forbidden, refused.Reason);
    }

    [Fact]
    public async Task Serve_AggregatedWithoutAStoreOfACluster_IsRefused()
    {
        var run = await ToolRun.RunAsync("serve", "--aggregated");

        Assert.Equal(ToolExitCode.Usage, run.ExitCode);
        Assert.Contains("--store kubernetes", run.Error, StringComparison.Ordinal);
    }

    private Task<ServedTool> StartAsync() => ServedTool.StartAsync(_folder, "--store", "kubernetes", "--store-kubeconfig", _shop!.Kubeconfig);

    private static ClusterResource GetNamespaces(ClusterConnection connection) =>
        connection.GetResource(new() { Version = "v1", Plural = "namespaces", IsNamespaced = false });

    private static ImageStream CreateStream(string ns) => new() { Metadata = new ObjectMeta { Namespace = ns, Name = "web" } };

    private Task CreateAsync(string plural, string document)
    {
        var value = ImageStreamJson.Deserialize<ClusterObject>(document);
        var type = new ClusterResourceType { Version = "v1", Plural = plural, IsNamespaced = value.Metadata.Namespace is not null };
        return _admin!.GetResource(type).CreateAsync(value);
    }
}
