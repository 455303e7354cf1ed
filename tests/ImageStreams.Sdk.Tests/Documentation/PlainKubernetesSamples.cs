using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Documentation;

/// <summary>The samples of <c>docs/how-to/plain-kubernetes.md</c>, against a fake cluster.</summary>
public sealed class PlainKubernetesSamples : IAsyncLifetime, IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private FakeCluster? _cluster;

    public async Task InitializeAsync()
    {
        _cluster = await FakeCluster.StartAsync(new FakeClusterOptions { RunsImports = false });
        await _cluster.WriteKubeconfigAsync(_file);
    }

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Store_WithItsDefinitions_KeepsTheStreamsOfTheEngine()
    {
        var kubeconfig = _file;
        var services = new ServiceCollection();

        // sample: plain-kubernetes
        using var connection = ClusterConnection.FromKubeconfig(kubeconfig);
        var definitions = connection.GetResource(new ClusterResourceType
        {
            Group = "apiextensions.k8s.io", Version = "v1", Plural = "customresourcedefinitions", IsNamespaced = false,
        });
        foreach (var definition in ImageStreamDefinitions.Create(KubernetesStoreOptions.DefaultGroup))
        {
            await definitions.CreateAsync(definition);
        }
        // end

        // sample: plain-kubernetes-services
        services.AddImageStreams().UseKubernetesStore(connect: provider => ClusterConnection.FromKubeconfig(kubeconfig));
        // end

        await using var provider = services.BuildServiceProvider();

        // sample: plain-kubernetes-client
        var client = provider.GetRequiredService<IImageStreamClient>();
        await client.FollowImageAsync("quay.io/team/web:1", ImageStreamTagName.FromParts("default", "web", "1"));
        // end

        var type = new ClusterResourceType { Group = KubernetesStoreOptions.DefaultGroup, Version = "v1", Plural = "imagestreams" };
        var stored = await connection.GetResource(type).GetAsync("default", "web");
        // sample: plain-kubernetes-objects
        var limits = provider.GetRequiredService<IClusterObjectStore>().GetObjects("limitranges");
        var page = await limits.ListAsync(new ListQuery { Namespace = "default" });
        // end

        Assert.Empty(page.Items);
        Assert.Contains("quay.io/team/web:1", stored.UnknownFields["spec"].ToString(), StringComparison.Ordinal);
        Assert.IsType<KubernetesLeaseStore>(provider.GetRequiredService<ILeaseStore>());
        Assert.IsType<KubernetesStateStore>(provider.GetRequiredService<IStateStore>());
    }

    [Fact]
    public async Task State_OfControllers_IsInANamespaceOfItsOwn()
    {
        using var connection = ClusterConnection.FromKubeconfig(_file);
        var services = new ServiceCollection();

        // sample: plain-kubernetes-state
        services.AddImageStreams().UseKubernetesStore(connect: provider => connection).UseKubernetesState("kube-system");
        // end

        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IStateStore>().WriteAsync([new StateRecord("imports", "shop/web", "1")]);
        var maps = connection.GetResource(new ClusterResourceType { Version = "v1", Plural = "configmaps" });
        Assert.Contains((await maps.ListAsync("kube-system")).Items, static one => one.Name.StartsWith("imagestreams-state-", StringComparison.Ordinal));
    }
}
