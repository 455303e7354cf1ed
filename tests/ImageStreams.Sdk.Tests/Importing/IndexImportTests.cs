using System.Text;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Importing;

public sealed class IndexImportTests : IDisposable
{
    private static readonly ImageStream Legacy = AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").Build();
    private static readonly ImageStream Preserving =
        AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").InMode(ImportMode.PreserveOriginal).Build();

    private readonly InMemoryRegistry _registry = new();
    private readonly ImageImporter _importer;

    private const string Linux = "\"platform\":{\"architecture\":\"amd64\",\"os\":\"linux\"}";

    public IndexImportTests() => _importer = new ImageImporter(_registry, new FakeTimeProvider());

    public void Dispose() => _registry.Dispose();

    /// <summary>The platforms of an index, and which of them a tag gets.</summary>
    [Theory]
    [InlineData("linux/arm64 linux/amd64 windows/amd64", 1)]
    [InlineData("linux/arm64 windows/amd64", 0)]
    [InlineData("linux/amd64 linux/amd64", 0)]
    public async Task ImportTag_Legacy_TakesTheImageOfThePlatform(string platforms, int expected)
    {
        var index = Push(platforms.Split(' '));

        var imported = await ImportAsync(Legacy);

        var digest = index.Children[expected].Digest.ToString();
        Assert.Equal((digest, digest), (imported.Image.Metadata.Name, imported.Stream.Status.Tags[0].Items[0].Image));
        Assert.True(imported.Manifests.IsEmpty);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ImportTag_Preserving_KeepsTheIndexAndItsImages(bool isOci)
    {
        var index = SyntheticIndex.ForPlatforms(SyntheticImage.Create(), "linux/amd64", "linux/arm64");
        index = isOci ? index.AsOci() : index.AsDocker();
        _registry.Push("app/web:1", index);

        var imported = await ImportAsync(Preserving);

        Assert.Equal((index.Digest.ToString(), index.MediaType), (imported.Image.Metadata.Name, imported.Image.DockerImageManifestMediaType));
        Assert.Equal(index.Children.Select(child => child.Digest.ToString()), imported.Manifests.Select(image => image.Metadata.Name));
        Assert.Equal(["amd64", "arm64"], imported.Image.DockerImageManifests.Select(manifest => manifest.Architecture));
        Assert.Equal($"quay.io/app/web@{index.Digest}", imported.Stream.Status.Tags[0].Items[0].DockerImageReference);
    }

    [Fact]
    public async Task ImportTag_PreservingOneImage_KeepsTheImage()
    {
        _registry.Push("app/web:1", SyntheticImage.Create());
        Assert.True((await ImportAsync(Preserving)).Manifests.IsEmpty);
    }

    [Fact]
    public async Task ImportTag_PreservedIndexAgain_CostsOneHead()
    {
        var index = Push("linux/amd64", "linux/arm64");
        var stream = (await ImportAsync(Preserving)).Stream;
        _registry.ClearRequests();

        var unchanged = Assert.IsType<TagImportResult.Unchanged>(await _importer.ImportTagAsync(stream, "a"));

        Assert.Equal(index.Digest.ToString(), unchanged.Image);
        Assert.Equal(["HEAD"], Methods);
    }

    [Fact]
    public async Task ImportTag_LegacyIndexAgain_CostsOneHead()
    {
        var index = Push("linux/amd64", "linux/arm64");
        var stream = (await ImportAsync(Legacy)).Stream;
        _registry.ClearRequests();

        var unchanged = Assert.IsType<TagImportResult.Unchanged>(await _importer.ImportTagAsync(stream, "a"));

        Assert.Same(stream, unchanged.Stream);
        Assert.Equal(index.Children[0].Digest.ToString(), unchanged.Image);
        Assert.Equal(["HEAD"], Methods);
    }

    [Fact]
    public async Task ImportTag_LegacyIndexOfAnotherRun_CostsTheIndexOnce()
    {
        Push("linux/amd64", "linux/arm64");
        var stream = (await ImportAsync(Legacy)).Stream;
        var restarted = new ImageImporter(_registry, new FakeTimeProvider());
        _registry.ClearRequests();

        await restarted.ImportTagAsync(stream, "a");
        await restarted.ImportTagAsync(stream, "a");

        Assert.Equal(["HEAD", "GET", "HEAD"], Methods);
    }

    [Fact]
    public async Task ImportTag_OtherPlatformOfTheIndexMoved_IsUnchanged()
    {
        var image = SyntheticImage.Create();
        _registry.Push("app/web:1", SyntheticIndex.Create(image, image.WithPlatform("linux", "arm64")));
        var stream = (await ImportAsync(Legacy)).Stream;
        _registry.Push("app/web:1", SyntheticIndex.Create(image, SyntheticImage.Create("new").WithPlatform("linux", "arm64")));

        Assert.IsType<TagImportResult.Unchanged>(await _importer.ImportTagAsync(stream, "a"));
    }

    [Fact]
    public async Task ImportTag_PreservingTurnsToLegacy_ImportsTheImage()
    {
        var index = Push("linux/amd64", "linux/arm64");
        var stream = (await ImportAsync(Preserving)).Stream;
        var specTag = stream.Spec.Tags[0] with { ImportPolicy = Legacy.Spec.Tags[0].ImportPolicy };

        var imported = await ImportAsync(stream with { Spec = stream.Spec with { Tags = [specTag] } });

        Assert.Equal(index.Children[0].Digest.ToString(), imported.Stream.Status.Tags[0].Items[0].Image);
        Assert.Equal(2, imported.Stream.Status.Tags[0].Items.Count);
    }

    [Fact]
    public async Task ImportTag_LegacyTurnsToPreserving_ImportsTheIndex()
    {
        var index = Push("linux/amd64", "linux/arm64");
        var stream = (await ImportAsync(Legacy)).Stream;
        var specTag = stream.Spec.Tags[0] with { ImportPolicy = Preserving.Spec.Tags[0].ImportPolicy };

        var imported = await ImportAsync(stream with { Spec = stream.Spec with { Tags = [specTag] } });

        Assert.Equal(index.Digest.ToString(), imported.Stream.Status.Tags[0].Items[0].Image);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ImportTag_IndexInAnIndexRefused_IsNotAnImage(bool isPreserving)
    {
        var strict = new ImageImporter(_registry, options: new ImageImporterOptions { RefuseNestedIndexes = true });
        var inner = Push("linux/amd64");
        PushIndex($$"""{"mediaType":"{{inner.MediaType}}","digest":"{{inner.Digest}}","size":1,{{Linux}}}""");

        var failed = Assert.IsType<TagImportResult.Failed>(
            await strict.ImportTagAsync(isPreserving ? Preserving : Legacy, "a"));

        Assert.Equal(("InternalError", null), (failed.Reason, failed.Failure));
        Assert.Contains("is not a manifest of one image", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportTag_IndexThatDoesNotNameThePlatform_IsNotKept()
    {
        PushIndex($$"""{"digest":"{{Image('1')}}"}""");

        var failed = await FailAsync(Preserving);

        Assert.StartsWith("The index does not name a platform for each image", failed.Message, StringComparison.Ordinal);
        Assert.Equal(["HEAD", "GET"], Methods);
    }

    [Fact]
    public async Task ImportTag_ImageTwiceInTheIndex_IsFetchedOnce()
    {
        var image = SyntheticImage.Create();
        _registry.Push("app/web:1", image);
        var entry = $$"""{"mediaType":"{{image.MediaType}}","digest":"{{image.Digest}}","size":1,{{Linux}}}""";
        PushIndex($"{entry},{entry}");

        Assert.Single((await ImportAsync(Preserving)).Manifests);
        Assert.Equal(["HEAD", "GET", "GET", "GET"], Methods);
    }

    [Fact]
    public async Task ImportTag_IndexOfTooManyImages_IsRejectedUnfetched()
    {
        PushIndex(string.Join(',', Enumerable.Range(0, 1001).Select(i => $$"""{"digest":"sha256:{{i:x64}}"}""")));

        var failed = await FailAsync(Preserving);

        Assert.Equal("The index has 1001 images; at most 1000 are fetched.", failed.Message);
        Assert.Equal(["HEAD", "GET"], Methods);
    }

    /// <summary>The manifests of an index, the import mode, and the message of the tag.</summary>
    [Theory]
    [InlineData("", false, "The index has no manifests, so none can be chosen.")]
    [InlineData("{\"digest\":\"sha256:abc\"}", false, "The digest of an image in the index is no digest: 'sha256:abc'.")]
    [InlineData("{\"digest\":\"../x\"}", true, "The digest of an image in the index is no digest: '../x'.")]
    public async Task ImportTag_IndexWithoutAnImage_ReportsTheError(string manifests, bool isPreserving, string message)
    {
        PushIndex(manifests);
        Assert.Equal(message, (await FailAsync(isPreserving ? Preserving : Legacy)).Message);
    }

    [Fact]
    public async Task ImportTag_ImageOfTheIndexIsGone_IsNotFound()
    {
        PushIndex($$"""{"digest":"{{Image('1')}}"}""");

        var failed = await FailAsync(Legacy);

        Assert.Equal(("NotFound", RegistryFailure.ManifestNotFound), (failed.Reason, failed.Failure));
    }

    private IEnumerable<string> Methods => _registry.Requests.Select(request => request.Method);

    private SyntheticIndex Push(params string[] platforms)
    {
        var index = SyntheticIndex.Create([.. platforms.Select((platform, i) =>
            SyntheticImage.Create($"image {i}").WithPlatform(platform.Split('/')[0], platform.Split('/')[1]))]);
        _registry.Push("app/web:1", index);
        return index;
    }

    private void PushIndex(string manifests) => _registry.PushManifest(
        "app/web:1",
        MediaTypes.OciIndex,
        Encoding.UTF8.GetBytes($$"""{"schemaVersion":2,"manifests":[{{manifests}}]}"""));

    private async Task<TagImportResult.Imported> ImportAsync(ImageStream stream) =>
        Assert.IsType<TagImportResult.Imported>(await _importer.ImportTagAsync(stream, "a"));

    private async Task<TagImportResult.Failed> FailAsync(ImageStream stream) =>
        Assert.IsType<TagImportResult.Failed>(await _importer.ImportTagAsync(stream, "a"));
}
