using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using k8s;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The images of a server on which they are custom resources, as the client of a cluster reads them.</summary>
public sealed class CustomImagesTests : IAsyncLifetime
{
    private const string Digest = "sha256:0a";

    private readonly RegroupingHandler _handler = new();
    private ConnectedCluster? _cluster;
    private KubernetesImageStreamStore? _store;
    private k8s.Kubernetes? _http;

    // The fake cluster has an image API of its own: what the client asks of it goes to the custom resources.
    private KubernetesImageStreamClient CreateClient() => new(new ClusterConnection(_http!));

    public async Task InitializeAsync()
    {
        _cluster = await StoreCluster.StartAsync();
        _store = new KubernetesImageStreamStore(_cluster.Connection);
        _http = new k8s.Kubernetes(await ReadConfigurationAsync(), _handler);
        await _store.Images.CreateAsync(new Image { ApiVersion = "image.openshift.io/v1", Metadata = new() { Name = Digest, Uid = "u" } });
    }

    public async Task DisposeAsync()
    {
        _http!.Dispose();
        await _store!.DisposeAsync();
        await _cluster!.DisposeAsync();
        _handler.Dispose();
    }

    [Fact]
    public async Task Get_ByDigest_FindsTheCustomResource()
    {
        var client = CreateClient();
        var image = await client.Images.GetAsync(Digest);
        _cluster!.Cluster.ClearRequests();
        await client.Images.GetAsync(Digest);

        Assert.Equal((Digest, "u", "image.openshift.io/v1"), (image.Name, image.Metadata.Uid, image.ApiVersion));
        Assert.Empty(image.UnknownFields);
        Assert.EndsWith("/images/sha256-0a", Assert.Single(_cluster.Cluster.Requests).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhatIsNotThere_IsTheErrorOfTheDigest()
    {
        var missing = await Assert.ThrowsAsync<ApiException>(() => CreateClient().Images.GetAsync("sha256:0b"));

        Assert.Equal(ApiFailure.NotFound, missing.Reason);
        Assert.Contains("sha256:0b", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_AndWatch_NameImagesByTheirDigests()
    {
        var client = CreateClient();

        Assert.Equal(Digest, Assert.Single((await client.Images.ListAsync()).Items).Name);
        await foreach (var change in client.Images.WatchAsync())
        {
            Assert.Equal(Digest, Assert.IsType<WatchEvent<Image>.Added>(change).Object.Name);
            break;
        }
    }

    [Fact]
    public async Task CustomResource_OfAnImage_ShowsItsDigest()
    {
        var type = new ClusterResourceType { Group = KubernetesStoreOptions.DefaultGroup, Version = "v1", Plural = "images", IsNamespaced = false };

        var seen = await _cluster!.Connection.GetResource(type).GetAsync(null, "sha256-0a");
        var column = ImageStreamDefinitions.Create(KubernetesStoreOptions.ImageGroup)[1].UnknownFields["spec"].ToJsonElement()
            .GetProperty("versions")[0].GetProperty("additionalPrinterColumns")[0];

        Assert.Equal("""{"digest":"sha256:0a"}""", seen.UnknownFields["summary"].ToString());
        Assert.Equal(".summary.digest", column.GetProperty("jsonPath").GetString());
    }

    private async Task<KubernetesClientConfiguration> ReadConfigurationAsync()
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(_cluster!.Cluster.GetKubeconfig()));
        return await KubernetesClientConfiguration.BuildConfigFromConfigFileAsync(file);
    }
}
