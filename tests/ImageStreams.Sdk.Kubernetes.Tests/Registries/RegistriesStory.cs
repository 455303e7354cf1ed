using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.Kubernetes;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>An application that imports while its cluster gets pull secrets and mirrors.</summary>
public sealed class RegistriesStory : IAsyncLifetime
{
    private const string Unauthorized = "Unauthorized";

    private ConnectedCluster _cluster = null!;
    private LoopbackRegistryServer _registry = null!;
    private LoopbackRegistryServer _mirror = null!;
    private ServiceProvider _provider = null!;

    public async Task InitializeAsync()
    {
        _cluster = await ConnectedCluster.StartAsync();
        _registry = await LoopbackRegistryServer.StartAsync();
        _mirror = await LoopbackRegistryServer.StartAsync();
        var services = new ServiceCollection();
        services.AddImageStreams(static options => options.MaxAttempts = 1)
            .UseKubernetes(_ => new ClusterConnection(_cluster.Client))
            .UseKubernetesRegistries();
        _provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _mirror.DisposeAsync();
        await _registry.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Import_SecretsAndMirrorsComeAndGo_EachCountsForTheNextOne()
    {
        var digest = _registry.Registry.Push("team/app:1", SyntheticImage.Create("app"));
        _mirror.Registry.Push("copies/app:1", SyntheticImage.Create("app"));
        _registry.Registry.RequireBasic("robot", "first");
        await _cluster.CreateRuleAsync(new ClusterImageConfig
        {
            Metadata = new ObjectMeta { Name = "cluster" },
            Spec = new ClusterImageConfigSpec { RegistrySources = new RegistrySources { InsecureRegistries = [_registry.Host, _mirror.Host] } },
        });

        Assert.Equal(Unauthorized, await ImportAsync());

        await _cluster.Client.CreateAsync("shop", "pull", _registry.Host, "first");
        await Patience.UntilAsync(async () => await ImportAsync() == digest.ToString());

        _registry.Registry.RequireBearer("robot", "second");
        Assert.Equal(Unauthorized, await ImportAsync());
        await _cluster.Client.ReplaceAsync("shop", "pull", _registry.Host, "second");
        await Patience.UntilAsync(async () => await ImportAsync() == digest.ToString());

        await _cluster.CreateRuleAsync(new ImageTagMirrorSet
        {
            Metadata = new ObjectMeta { Name = "tags" },
            Spec = new ImageTagMirrorSetSpec
            {
                ImageTagMirrors = [new ImageMirrors { Source = $"{_registry.Host}/team", Mirrors = [$"{_mirror.Host}/copies"] }],
            },
        });
        await Patience.UntilAsync(async () => await ImportAsync() == digest.ToString() && _mirror.Registry.RequestCount > 0);
        _registry.Registry.ClearRequests();

        Assert.Equal(digest.ToString(), await ImportAsync());
        Assert.Empty(_registry.Registry.Requests);
    }

    [Fact]
    public async Task Import_BlockedRegistry_IsNeverAsked()
    {
        _registry.Registry.Push("team/app:1", SyntheticImage.Create("app"));
        await _cluster.CreateRuleAsync(new ClusterImageConfig
        {
            Metadata = new ObjectMeta { Name = "cluster" },
            Spec = new ClusterImageConfigSpec { RegistrySources = new RegistrySources { BlockedRegistries = [_registry.Host] } },
        });

        await ImportAsync();

        Assert.Empty(_registry.Registry.Requests);
    }

    /// <summary>Imports, as an engine of its own does; the digest, or the reason of the failure.</summary>
    private async Task<string> ImportAsync()
    {
        var engine = new EmbeddedImageStreamClient(
            _provider.GetRequiredService<IImageStreamStore>(), _provider.GetRequiredService<ImageImporter>());
        var answer = await engine.Imports.CreateAsync(new ImageStreamImport
        {
            Metadata = new ObjectMeta { Name = "app", Namespace = "shop" },
            Spec = new ImageStreamImportSpec
            {
                Import = true,
                Images = [new ImageImportSpec { From = ObjectReference.DockerImage($"{_registry.Host}/team/app:1"), To = new() { Name = "1" } }],
            },
        });
        var image = answer.Status.Images[0];
        return image.Image?.Metadata.Name ?? image.Status.Reason ?? "";
    }
}
