using ImageStreams.Importing;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Importing;

/// <summary>The content of an import is limited in its sum, and not only in its parts.</summary>
public sealed class ImportBudgetTests : IDisposable
{
    private const int LabelLength = 10_000;

    private static readonly ImageStream Stream = AnImageStream()
        .Tag("small").FollowsImage("quay.io/app/small:1").InMode(ImportMode.PreserveOriginal)
        .Tag("index").FollowsImage("quay.io/app/index:1").InMode(ImportMode.PreserveOriginal)
        .Build();

    private readonly InMemoryRegistry _registry = new();

    public ImportBudgetTests()
    {
        _registry.Push("app/small:1", SyntheticImage.Create("small"));
        _registry.Push("app/index:1", SyntheticIndex.Create([.. Enumerable.Range(0, 20).Select(i => SyntheticImage
            .Create($"image {i}")
            .WithPlatform("linux", "amd64")
            .WithLabel("text", new string('x', LabelLength)))]));
    }

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task IndexWhoseImagesAreTooLargeTogether_FailsItsTagAlone()
    {
        var imported = await ImportAsync(new ImageImporterOptions { MaxIndexBytes = 10 * LabelLength });

        Assert.IsType<TagImportResult.Failed>(imported["index"]);
        Assert.IsType<TagImportResult.Imported>(imported["small"]);
    }

    [Fact]
    public async Task ImportThatIsTooLargeInSum_FailsTheTagsThatExceedIt()
    {
        var imported = await ImportAsync(new ImageImporterOptions { MaxImportBytes = 5 * LabelLength, MaxConcurrency = 1 });

        var failed = Assert.IsType<TagImportResult.Failed>(imported["index"]);
        Assert.Equal(
            "The manifests and configurations of the import have more than 50000 bytes in sum, which is the limit: import fewer "
            + "tags at a time.",
            failed.Message);
        Assert.InRange(_registry.Requests.Count(request => request.Method == "GET"), 1, 15);
    }

    [Fact]
    public async Task IndexWithinItsLimits_IsImported()
    {
        var imported = await ImportAsync(new ImageImporterOptions());

        Assert.Equal(20, Assert.IsType<TagImportResult.Imported>(imported["index"]).Manifests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void NoBytes_IsAnArgumentError(long bytes) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Create(new ImageImporterOptions { MaxImportBytes = bytes }));

    private ImageImporter Create(ImageImporterOptions options) => new(_registry, new FakeTimeProvider(), options);

    private async Task<Dictionary<string, TagImportResult>> ImportAsync(ImageImporterOptions options)
    {
        var result = await Create(options).ImportTagsAsync(Stream);
        return result.Tags.ToDictionary(one => one.Tag);
    }
}
