using ImageStreams.Manifests;
using ImageStreams.Serialization;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Tool;

/// <summary>A fake cluster that has the objects of the sample folder, without controllers.</summary>
internal sealed class ShopCluster : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ShopCluster(FakeCluster cluster) => Cluster = cluster;

    public FakeCluster Cluster { get; }

    /// <summary>The kubeconfig of the administrator.</summary>
    public string Kubeconfig => Path.Combine(_folder.Path, "kubeconfig");

    /// <summary>Starts a cluster.</summary>
    public static async Task<ShopCluster> StartAsync(Action<FakeClusterOptions>? configure = null)
    {
        var options = new FakeClusterOptions { RunsImports = false, RunsTriggers = false, RunsRollouts = false };
        configure?.Invoke(options);
        var shop = new ShopCluster(await FakeCluster.StartAsync(options));
        await shop.WriteKubeconfigAsync("kubeconfig", "fake");
        return shop;
    }

    /// <summary>Writes a kubeconfig with another token.</summary>
    public async Task<string> WriteKubeconfigAsync(string name, string token)
    {
        var path = Path.Combine(_folder.Path, name);
        var text = Cluster.GetKubeconfig().Replace("token: fake", $"token: {token}", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace("namespace: default", "namespace: shop", StringComparison.Ordinal));
        return path;
    }

    /// <summary>Creates the objects of the sample folder.</summary>
    public async Task CreateObjectsAsync(string? token = null)
    {
        using var http = Cluster.CreateHttpClient();
        http.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        var manifests = await ManifestSet.LoadAsync([RepositoryFiles.Shop]);
        foreach (var stream in manifests.Streams)
        {
            await PostAsync(http, "image.openshift.io/v1", "imagestreams", ImageStreamJson.Serialize(stream.WithTypeMeta()));
        }

        foreach (var build in manifests.BuildConfigs)
        {
            await PostAsync(http, "build.openshift.io/v1", "buildconfigs", ImageStreamJson.Serialize(build.WithTypeMeta()));
        }

        foreach (var config in manifests.DeploymentConfigs)
        {
            await PostAsync(http, "apps.openshift.io/v1", "deploymentconfigs", ImageStreamJson.Serialize(config.WithTypeMeta()));
        }

        foreach (var workload in manifests.Workloads)
        {
            await PostAsync(http, workload.ApiVersion!, $"{workload.Kind.ToLowerInvariant()}s", workload.ToJson());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task PostAsync(HttpClient http, string version, string plural, string json)
    {
        using var content = new StringContent(json, null, "application/json");
        using var answer = await http.PostAsync($"/apis/{version}/namespaces/shop/{plural}?fieldManager=kubectl-create", content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
