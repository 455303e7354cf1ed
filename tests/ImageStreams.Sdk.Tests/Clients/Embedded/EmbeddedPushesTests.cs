using ImageStreams.Clients;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

/// <summary>Pushes, and the pushed images in the API.</summary>
public sealed class EmbeddedPushesTests : IDisposable
{
    private const string Here = "image-registry.openshift-image-registry.svc:5000/shop/app";

    private readonly EmbeddedEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Push_NoStream_IsNotFound()
    {
        var rejected = await AssertRejectedAsync(ApiFailure.NotFound, () => _engine.Client.Mappings.CreateAsync(AMapping("1")));

        Assert.Equal("imagestreammappings.image.openshift.io \"app\" not found", rejected.Message);
    }

    [Fact]
    public async Task Push_AlternatingImages_HistoryListsEachPush()
    {
        foreach (var digit in "aaba")
        {
            await _engine.PushAsync("app", "latest", digit);
        }

        Assert.Equal("aba", await _engine.HistoryAsync("app", "latest"));
    }

    [Fact]
    public async Task Push_WithoutPullSpec_IsInTheOwnRegistry()
    {
        var stream = await _engine.PushAsync("app", "latest", 'a');

        var newest = stream.Status.Tags.Find("latest")!.Items[0];
        Assert.Equal(($"{Here}@{Image('a')}", 1L), (newest.DockerImageReference, newest.Generation));
        Assert.Equal((1, 0), (stream.Metadata.Generation, stream.Spec.Tags.Count));
    }

    [Fact]
    public async Task Push_FollowersMoveInTheSameWrite()
    {
        await _engine.PushAsync("app", "latest", 'a');
        await _engine.Client.Tags.CreateAsync(ATag("app:stable", Following("stable", "latest")));

        await _engine.PushAsync("app", "latest", 'b');

        Assert.Equal("ba", await _engine.HistoryAsync("app", "stable"));
    }

    [Fact]
    public async Task Push_WithoutTag_IsInvalid()
    {
        var rejected = await AssertRejectedAsync(ApiFailure.Invalid, () => _engine.Client.Mappings.CreateAsync(AMapping("")));

        Assert.Equal(("ImageStreamMapping", "tag"), (rejected.Status.Details!.Kind, Assert.Single(rejected.Causes).Field));
    }

    [Fact]
    public async Task Push_ManyAtOnceIntoOneStream_AllAreStored()
    {
        await _engine.PushAsync("app", "latest", 'a');

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            _engine.Client.Mappings.CreateAsync(AMapping($"t{i}")))));

        Assert.Equal(13, (await _engine.Client.Streams.GetAsync(Namespace, "app")).Status.Tags.Count);
    }

    [Theory]
    [InlineData("app@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 'a')]
    [InlineData("app@sha256:aaaa", 'a')]
    [InlineData("app@bbbbbbbbbbbb", 'b')]
    [InlineData("app@sha256:", 'b')]
    public async Task GetStreamImage_Beginning_FindsIt(string name, char digit)
    {
        await _engine.PushAsync("app", "1", 'a');
        await _engine.PushAsync("app", "2", 'b');

        var image = await _engine.Client.StreamImages.GetAsync(Namespace, name);

        Assert.Equal((name, Image(digit)), (image.Metadata.Name, image.Image.Metadata.Name));
    }

    [Theory]
    [InlineData("app", ApiFailure.BadRequest, null)]
    [InlineData("app@sha256:ffff", ApiFailure.NotFound, "imagestreamimage")]
    [InlineData("none@sha256:aaaa", ApiFailure.NotFound, "imagestreamimages")]
    public async Task GetStreamImage_Missing_IsRejected(string name, ApiFailure failure, string? kind)
    {
        await _engine.PushAsync("app", "1", 'a');

        var rejected = await AssertRejectedAsync(failure, () => _engine.Client.StreamImages.GetAsync(Namespace, name));

        Assert.Equal(kind, rejected.Status.Details?.Kind);
    }

    [Fact]
    public async Task GetLayers_ImageGone_ReportsIt()
    {
        await _engine.PushAsync("app", "1", 'a');
        await _engine.PushAsync("app", "1", 'b');
        await _engine.Client.Images.DeleteAsync(Image('a'));

        var layers = await _engine.Client.Streams.GetLayersAsync(Namespace, "app");

        Assert.Equal((true, false), (layers.Images[Image('a')].ImageMissing, layers.Images[Image('b')].ImageMissing));
        Assert.Equal([Image('b')], layers.Blobs.Keys);
    }

    [Fact]
    public async Task UpdateImage_PullSpec_IsTaken()
    {
        await _engine.PushAsync("app", "1", 'a');
        var image = await _engine.Client.Images.GetAsync(Image('a'));

        var updated = await _engine.Client.Images.UpdateAsync(
            image with { DockerImageReference = PullSpec('a'), DockerImageMetadata = default });

        Assert.Equal(PullSpec('a'), updated.DockerImageReference);
        Assert.Equal(image.DockerImageMetadata, updated.DockerImageMetadata);
        Assert.Equal([Image('a')], (await _engine.Client.Images.ListAsync()).Items.Select(item => item.Metadata.Name));
    }

    private static ImageStreamMapping AMapping(string tag) => new()
    {
        Metadata = new ObjectMeta { Name = "app", Namespace = Namespace },
        Tag = tag,
        Image = new Image { Metadata = new ObjectMeta { Name = Image('c') } },
    };
}
