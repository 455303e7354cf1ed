using ImageStreams.Importing;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Importing;

public sealed class ImageImporterTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SyntheticImage First = SyntheticImage.Create("first").WithLabel("version", "1");
    private static readonly SyntheticImage Second = SyntheticImage.Create("second");
    private static readonly ImageStream SpecTag = AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").Build();
    private readonly InMemoryRegistry _registry = new();
    private readonly ImageImporter _importer;

    public ImageImporterTests()
    {
        _registry.Push("app/web:1", First);
        _importer = new ImageImporter(_registry, new FakeTimeProvider(Now));
    }

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task ImportTag_FirstTime_TagPointsToTheImage()
    {
        var imported = await ImportAsync(SpecTag);

        Assert.Equal(
            [new TagEvent
            {
                Created = Now,
                DockerImageReference = $"quay.io/app/web@{First.Digest}",
                Image = First.Digest.ToString(),
                Generation = 2,
            }],
            imported.Stream.Status.Tags.Find("a")!.Items);
        Assert.Equal(("a", "quay.io"), (imported.Tag, imported.Source.Registry));
        Assert.Equal(["HEAD", "GET", "GET"], Methods);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ImportTag_DockerOrOci_DescribesTheImage(bool isOci)
    {
        var pushed = isOci ? First.AsOci() : First.AsDocker();
        _registry.Push("app/web:1", pushed);

        var image = (await ImportAsync(SpecTag)).Image;

        Assert.Equal((pushed.Digest.ToString(), pushed.MediaType), (image.Metadata.Name, image.DockerImageManifestMediaType));
        Assert.Equal("1", ImageMetadata.Read(image).Config!.Labels["version"]);
        Assert.Equal(pushed.Blobs.Skip(1).Select(blob => blob.Digest.ToString()), image.DockerImageLayers.Select(layer => layer.Name));
        Assert.Null(image.DockerImageManifest);
    }

    [Fact]
    public async Task ImportTag_SameImage_CostsOneHead()
    {
        var stream = (await ImportAsync(SpecTag)).Stream;
        _registry.ClearRequests();

        var unchanged = Assert.IsType<TagImportResult.Unchanged>(await _importer.ImportTagAsync(stream, "a"));

        Assert.Equal(["HEAD"], Methods);
        Assert.Same(stream, unchanged.Stream);
        Assert.Equal(First.Digest.ToString(), unchanged.Image);
    }

    [Fact]
    public async Task ImportTag_MovedTag_KeepsTheFormerImageInTheHistory()
    {
        var stream = (await ImportAsync(SpecTag)).Stream;
        _registry.Push("app/web:1", Second);

        var next = (await ImportAsync(stream)).Stream;

        Assert.Equal(
            [Second.Digest.ToString(), First.Digest.ToString()],
            next.Status.Tags.Find("a")!.Items.Select(item => item.Image));
        Assert.Equal((3, 3), (next.Metadata.Generation, next.Spec.Tags[0].Generation));
    }

    [Fact]
    public async Task ImportTag_SameImageForANewerSpecTag_CopiesTheGeneration()
    {
        var stream = (await ImportAsync(SpecTag)).Stream;
        stream = stream with { Spec = stream.Spec with { Tags = [stream.Spec.Tags[0] with { Generation = 0 }] } };

        var next = (await ImportAsync(stream)).Stream;

        Assert.Equal(3, next.Spec.Tags[0].Generation);
        Assert.Equal([3L], next.Status.Tags[0].Items.Select(item => item.Generation));
    }

    [Fact]
    public async Task ImportTag_SameImageFromAnotherRepository_UsesItsPullSpec()
    {
        var stream = (await ImportAsync(SpecTag)).Stream;
        _registry.Push("other/web:1", First);
        var from = new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = "quay.io/other/web:1" };
        stream = stream with { Spec = stream.Spec with { Tags = [stream.Spec.Tags[0] with { From = from }] } };

        var items = (await ImportAsync(stream)).Stream.Status.Tags[0].Items;

        Assert.Equal([$"quay.io/other/web@{First.Digest}"], items.Select(item => item.DockerImageReference));
    }

    [Fact]
    public async Task ImportTag_Followers_MoveAlong()
    {
        var stream = AnImageStream().Tag("c").Follows("ruby:b").Tag("b").Follows("a")
            .Tag("a").FollowsImage("quay.io/app/web:1").Build();

        var next = (await ImportAsync(stream)).Stream;

        Assert.Equal(["a", "b", "c"], next.Status.Tags.Select(history => history.Tag).Order());
        Assert.All(next.Status.Tags, history => Assert.Equal(First.Digest.ToString(), Assert.Single(history.Items).Image));
    }

    [Fact]
    public async Task ImportTag_PinnedDigest_RequestsTheDigest()
    {
        _registry.Push("app/web:1", Second);
        var stream = AnImageStream().Tag("a").FollowsImage($"quay.io/app/web:1@{First.Digest}").Build();

        var next = (await ImportAsync(stream)).Stream;

        Assert.Equal(First.Digest.ToString(), next.Status.Tags[0].Items[0].Image);
        Assert.EndsWith($"/manifests/{First.Digest}", _registry.Requests[0].Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("web", "docker.io/library/web")]
    [InlineData("docker.io/web:latest", "docker.io/library/web")]
    [InlineData("app/web:1", "docker.io/app/web")]
    [InlineData("quay.io/a/b/web", "quay.io/a/b/web")]
    public async Task ImportTag_ShortName_PullSpecHasDockersDefaults(string from, string repository)
    {
        _registry.Push("library/web:latest", First);
        _registry.Push("a/b/web:latest", First);

        var next = (await ImportAsync(AnImageStream().Tag("a").FollowsImage(from).Build())).Stream;

        Assert.Equal($"{repository}@{First.Digest}", next.Status.Tags[0].Items[0].DockerImageReference);
    }

    [Fact]
    public async Task ImportTag_CanceledToken_Throws()
    {
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _importer.ImportTagAsync(SpecTag, "a", canceled.Token));
    }

    [Fact]
    public void Create_NoRegistry_IsRejected() =>
        Assert.Throws<ArgumentNullException>("registry", () => new ImageImporter(null!));

    private IEnumerable<string> Methods => _registry.Requests.Select(request => request.Method);

    private async Task<TagImportResult.Imported> ImportAsync(ImageStream stream) =>
        Assert.IsType<TagImportResult.Imported>(await _importer.ImportTagAsync(stream, "a"));
}
