using ImageStreams.Kubernetes;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>A server whose streams are custom resources of a cluster.</summary>
public sealed class ServeStoreTests
{
    [Fact]
    public async Task Serve_StoreOfACluster_KeepsStreamsAsCustomResources()
    {
        await using var shop = await ShopCluster.StartAsync();
        using var connection = ClusterConnection.FromKubeconfig(shop.Kubeconfig);
        var definitions = connection.GetResource(
            new() { Group = "apiextensions.k8s.io", Version = "v1", Plural = "customresourcedefinitions", IsNamespaced = false });
        foreach (var definition in ImageStreamDefinitions.Create(KubernetesStoreOptions.DefaultGroup))
        {
            await definitions.CreateAsync(definition);
        }

        using var folder = new TemporaryFolder();
        await using var served = await ServedTool.StartAsync(folder, "--store", "kubernetes", "--store-kubeconfig", shop.Kubeconfig);
        using var served2 = ClusterConnection.FromKubeconfig(served.KubeconfigFile);
        var stream = new ImageStream { Metadata = new ObjectMeta { Namespace = "default", Name = "web" } };
        await new KubernetesImageStreamClient(served2).Streams.CreateAsync(stream);

        var stored = connection.GetResource(new() { Group = KubernetesStoreOptions.DefaultGroup, Version = "v1", Plural = "imagestreams" });
        Assert.Equal("web", (await stored.GetAsync("default", "web")).Name);
        Assert.Equal(ToolExitCode.Fine, (await served.StopAsync()).ExitCode);
    }

    [Fact]
    public async Task Serve_AggregatedWithoutAStoreOfACluster_IsRefused()
    {
        var run = await ToolRun.RunAsync("serve", "--aggregated");

        Assert.Equal(ToolExitCode.Usage, run.ExitCode);
        Assert.Contains("--store kubernetes", run.Error, StringComparison.Ordinal);
    }
}
