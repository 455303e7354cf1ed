using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Registries;
using ImageStreams.Testing.Server;
using k8s;
using k8s.Models;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Workspaces of clusters.</summary>
public sealed class ClusterWorkspaceReaderTests : IAsyncLifetime
{
    private ConnectedCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ConnectedCluster.StartAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Read_EachKind_IsThere()
    {
        await CreateStreamsAsync(1);
        await CreateDeploymentAsync("web", owner: null);
        await CreateDeploymentAsync("owned", owner: "operator");
        await _cluster.CreateRuleAsync(new ImageTagMirrorSet
        {
            Metadata = new ObjectMeta { Name = "tags" },
            Spec = new ImageTagMirrorSetSpec { ImageTagMirrors = [new ImageMirrors { Source = "quay.io", Mirrors = ["mirror.example.com"] }] },
        });

        var read = await new ClusterWorkspaceReader(_cluster.Connection).ReadAsync("shop");

        Assert.Equal("ImageStream", Assert.Single(read.Objects.Streams).Kind);
        Assert.Equal("Deployment shop/web", Assert.Single(read.Objects.Workloads).ToString());
        Assert.Single(read.Objects.ImageTagMirrorSets);
        Assert.Equal("3 objects, 0 resources refused", read.ToString());
    }

    [Fact]
    public async Task Read_ContentsThatAreNotAskedFor_AreNotListed()
    {
        _cluster.Cluster.ClearRequests();

        await new ClusterWorkspaceReader(_cluster.Connection).ReadAsync(ns: null, ClusterContents.Streams);

        Assert.EndsWith("/apis/image.openshift.io/v1/imagestreams", Assert.Single(_cluster.Cluster.Requests).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_StateOfThePagesIsGone_BeginsAgain()
    {
        await CreateStreamsAsync(501);
        _cluster.Cluster.Faults.FailNext(
            ClusterFault.Gone, static request => request.Query.Contains("continue=", StringComparison.Ordinal));

        var read = await new ClusterWorkspaceReader(_cluster.Connection).ReadAsync("shop", ClusterContents.Streams);

        Assert.Equal(501, read.Objects.Streams.DistinctBy(static stream => stream.Name).Count());
        Assert.Equal(501, read.Count);
    }

    [Fact]
    public async Task Read_ClusterIsNotReached_Throws()
    {
        using var faults = _cluster.Cluster.Faults.FailUntilDisposed(ClusterFault.Disconnect);

        var refused = await Assert.ThrowsAsync<ApiException>(() => new ClusterWorkspaceReader(_cluster.Connection).ReadAsync("shop"));

        Assert.Equal(ApiFailure.ServiceUnavailable, refused.Reason);
    }

    [Fact]
    public async Task Read_UserMayListStreamsOnly_SaysWhatIsLeftOut()
    {
        await using var limited = await LimitedCluster.StartAsync("registry-viewer");

        var read = await new ClusterWorkspaceReader(limited.Connection).ReadAsync("shop");
        var all = await new ClusterWorkspaceReader(limited.Connection).ReadAsync(ns: null);

        Assert.False(read.IsAllRefused);
        Assert.Equal(9, read.Refused.Count);
        Assert.StartsWith("buildconfigs.build.openshift.io cannot be listed and are left out: ", read.Refused[0], StringComparison.Ordinal);
        Assert.True(all.IsAllRefused);
    }

    private async Task CreateStreamsAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _cluster.Cluster.Client.Streams.CreateAsync(
                new ImageStream { Metadata = new ObjectMeta { Namespace = "shop", Name = $"s{i}" } });
        }
    }

    private Task CreateDeploymentAsync(string name, string? owner) => _cluster.Client.AppsV1.CreateNamespacedDeploymentAsync(
        new V1Deployment
        {
            Metadata = new V1ObjectMeta
            {
                Name = name,
                OwnerReferences = owner is null ? null : [new() { ApiVersion = "example.com/v1", Kind = "App", Name = owner, Uid = "1", Controller = true }],
            },
            Spec = new V1DeploymentSpec
            {
                Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = name } },
                Template = new()
                {
                    Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = name } },
                    Spec = new() { Containers = [new() { Name = name, Image = "app" }] },
                },
            },
        },
        "shop");
}
