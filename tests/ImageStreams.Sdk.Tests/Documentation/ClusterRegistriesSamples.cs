using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing.Server;
using ImageStreams.Workspaces;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Documentation;

/// <summary>The samples of registries and workspaces in <c>docs/how-to/clusters.md</c>, against a fake cluster.</summary>
public sealed class ClusterRegistriesSamples : IAsyncLifetime
{
    private readonly string _kubeconfig = Path.Combine(Path.GetTempPath(), $"kubeconfig-{Guid.NewGuid():N}");
    private FakeCluster? _cluster;

    public async Task InitializeAsync()
    {
        _cluster = await FakeCluster.StartAsync(new FakeClusterOptions { RunsImports = false });
        await _cluster.WriteKubeconfigAsync(_kubeconfig);
    }

    public async Task DisposeAsync()
    {
        File.Delete(_kubeconfig);
        await _cluster!.DisposeAsync();
    }

    [Fact]
    public async Task UseKubernetesRegistries_ReplacesPolicyAndCredentials()
    {
        var services = new ServiceCollection();

        // sample: clusters-registries
        services.AddImageStreams().UseKubernetes().UseKubernetesRegistries();
        // end

        using var connection = ClusterConnection.FromKubeconfig(_kubeconfig);
        services.AddSingleton(connection);
        await using var provider = services.BuildServiceProvider();
        var rules = provider.GetRequiredService<KubernetesRegistryRules>();
        await rules.WaitAsync();
        Assert.Equal(RegistryRules.None, rules.Current.Rules);
        Assert.IsNotType<HttpRegistryClient>(provider.GetRequiredService<IRegistryClient>());
    }

    [Fact]
    public async Task Rules_WithoutServices_AreReadAndWatched()
    {
        var kubeconfig = _kubeconfig;

        // sample: clusters-registries-direct
        using var connection = ClusterConnection.FromKubeconfig(kubeconfig);
        await using var rules = new KubernetesRegistryRules(connection);
        await using var credentials = new KubernetesCredentialSource(connection);
        await rules.WaitAsync();

        using var direct = new HttpRegistryClient(new RegistryClientOptions(), credentials);
        var client = new MirroredRegistryClient(direct, () => rules.Current);
        // end

        Assert.NotNull(client);
    }

    [Fact]
    public async Task Workspace_OfACluster_HasItsObjects()
    {
        var kubeconfig = _kubeconfig;
        await _cluster!.Client.FollowImageAsync("quay.io/team/web:1", ImageStreamTagName.FromParts("shop", "web", "1"));

        // sample: clusters-workspace
        using var connection = ClusterConnection.FromKubeconfig(kubeconfig);
        var cluster = await new ClusterWorkspaceReader(connection).ReadAsync("shop", ClusterContents.Streams | ClusterContents.Builds);
        var workspace = ImageStreamWorkspace.Create(cluster.Objects);

        foreach (var finding in workspace.Diagnose())
        {
            Console.WriteLine(finding.Message);
        }
        // end

        Assert.Equal((1, 0), (cluster.Count, cluster.Refused.Count));
        Assert.Equal("shop/web:1", Assert.Single(workspace.ResolveAll().All).Tag.ToString());
    }
}
