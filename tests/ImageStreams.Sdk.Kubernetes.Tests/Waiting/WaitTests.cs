using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.References;

namespace ImageStreams.Tests.Kubernetes;

public sealed class WaitTests
{
    private const string Image = "sha256:1111111111111111111111111111111111111111111111111111111111111111";

    private static ImageStreamTagName Tag => ImageStreamTagName.FromParts("shop", "web", "1");

    [Fact]
    public async Task Wait_WhoseVersionIsGone_BeginsAgainAndMissesNothing()
    {
        KubernetesImageStreamClient? writer = null;

        // The push comes between the list that the third watch began with and the watch itself, which is then told that its version is gone.
        using var handler = new GoneHandler(3, number => number == 3 ? PushAsync(writer!) : Task.CompletedTask);
        await using var cluster = await ConnectedCluster.StartAsync(handlers: handler);
        var client = new KubernetesImageStreamClient(cluster.Connection);
        writer = client;
        await client.Streams.CreateAsync(new ImageStream { Metadata = new ObjectMeta { Name = Tag.Stream, Namespace = Tag.Namespace } });

        var moved = await client.WaitForTagAsync(Tag, options: new WaitOptions { TimeLimit = TimeSpan.FromSeconds(30) });

        Assert.Equal((Image, 3), (moved.Image, handler.Answered));
    }

    [Fact]
    public async Task Wait_WithoutTheRight_SaysSo()
    {
        await using var cluster = await ConnectedCluster.StartAsync(handlers: new RefusingHandler());

        var refused = await Assert.ThrowsAsync<ApiException>(
            () => new KubernetesImageStreamClient(cluster.Connection).WaitForImportAsync(Tag));
        Assert.Equal(ApiFailure.Forbidden, refused.Reason);
    }

    private static Task PushAsync(KubernetesImageStreamClient client) => client.Mappings.CreateAsync(new ImageStreamMapping
    {
        Metadata = new ObjectMeta { Name = Tag.Stream, Namespace = Tag.Namespace },
        Image = new Image { Metadata = new ObjectMeta { Name = Image }, DockerImageReference = $"registry.test/shop/web@{Image}" },
        Tag = Tag.Tag,
    });

    private sealed class RefusingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Forbidden) { RequestMessage = request });
    }
}
