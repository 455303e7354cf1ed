using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Patching;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Documentation;

/// <summary>The samples of <c>docs/how-to/clusters.md</c>, against a fake cluster.</summary>
public sealed class ClustersSamples : IAsyncLifetime, IDisposable
{
    private readonly ScratchFile _file = new();
    private FakeCluster? _cluster;

    public async Task InitializeAsync()
    {
        _cluster = await FakeCluster.StartAsync(new FakeClusterOptions { RunsImports = false });
        await _cluster.WriteKubeconfigAsync(_file.Path);
    }

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Client_OfAKubeconfig_ReadsWritesAndWatches()
    {
        var kubeconfig = _file.Path;

        // sample: clusters
        using var connection = ClusterConnection.FromKubeconfig(kubeconfig);
        var client = new KubernetesImageStreamClient(connection);
        await client.FollowImageAsync("quay.io/team/web:1", ImageStreamTagName.FromParts("shop", "web", "1"));

        var stream = await client.Streams.GetAsync("shop", "web");
        var patched = await client.Streams.PatchAsync("shop", "web", ObjectPatch.Merge("""{"metadata":{"labels":{"team":"a"}}}"""));
        await foreach (var change in client.Streams.WatchAsync("shop", new WatchOptions { ResourceVersion = stream.Metadata.ResourceVersion }))
        {
            Assert.Equal(patched.Object, Assert.IsType<WatchEvent<ImageStream>.Modified>(change).Object);
            break;
        }
        // end
    }

    [Fact]
    public async Task UseKubernetes_ReplacesTheClient()
    {
        var kubeconfig = _file.Path;
        var services = new ServiceCollection();

        // sample: clusters-services
        services.AddImageStreams().UseKubernetes(provider => ClusterConnection.FromKubeconfig(kubeconfig));
        // end

        await using var provider = services.BuildServiceProvider();
        Assert.Empty((await provider.GetRequiredService<IImageStreamClient>().Streams.ListAsync(ns: null)).Items);
    }

    [Fact]
    public async Task Resource_OfAnyKind_IsReadWrittenAndReflected()
    {
        var kubeconfig = _file.Path;
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var cancellationToken = stop.Token;

        // sample: clusters-resources
        using var connection = ClusterConnection.FromKubeconfig(kubeconfig);
        var configMaps = connection.GetResource(new ClusterResourceType { Version = "v1", Plural = "configmaps" });
        await configMaps.CreateAsync(new ClusterObject
        {
            ApiVersion = "v1", Kind = "ConfigMap", Metadata = new ObjectMeta { Namespace = "shop", Name = "web" },
        });
        await configMaps.PatchAsync("shop", "web", ObjectPatch.Merge("""{"metadata":{"labels":{"team":"a"}}}"""));
        // end

        // sample: clusters-reflector
        var reflector = new Reflector<ClusterObject>(configMaps, new ReflectorOptions { Namespace = "shop" });
        reflector.Objects.AddIndex("team", value => value.Metadata.Labels.TryGetValue("team", out var team) ? [team] : []);
        var running = reflector.RunAsync(cancellationToken);
        await reflector.WhenSyncedAsync(cancellationToken);

        var web = reflector.Objects.Find("shop", "web");
        var all = reflector.Objects.FindByIndex("team", "a");
        Console.WriteLine(reflector.Status);   // 1 object at 118
        // end

        Assert.Equal(["web"], all.Select(value => value.Name));
        Assert.Equal("ConfigMap", web!.Kind);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public void UseKubernetesLeases_ReplacesTheLeases()
    {
        var services = new ServiceCollection();

        // sample: clusters-leases
        services.AddImageStreams().UseKubernetes().UseKubernetesLeases();
        // end

        using var connection = ClusterConnection.FromKubeconfig(_file.Path);
        services.AddSingleton(connection);
        using var provider = services.BuildServiceProvider();
        Assert.IsType<KubernetesLeaseStore>(provider.GetRequiredService<ILeaseStore>());
    }

    private sealed class ScratchFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"kubeconfig-{Guid.NewGuid():N}");

        public void Dispose() => File.Delete(Path);
    }
}
