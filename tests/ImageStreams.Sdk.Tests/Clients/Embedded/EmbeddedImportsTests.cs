using System.Text;
using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Storage;
using ImageStreams.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

public sealed class EmbeddedImportsTests : IDisposable
{
    private static readonly SyntheticImage First = SyntheticImage.Create("first");
    private static readonly SyntheticImage Second = SyntheticImage.Create("second");

    private readonly EmbeddedEngine _engine = new();

    public EmbeddedImportsTests() => _engine.Registry.Push("app/web:1", First);

    private IImageStreamImportsResource Imports => _engine.Client.Imports;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Import_NoStream_CreatesItWithImageAndSpecTag()
    {
        var import = await Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:1", "stable")));

        var status = Assert.Single(import.Status.Images);
        Assert.Equal(("Success", "1", First.Digest.ToString()), (status.Status.Status, status.Tag, status.Image!.Metadata.Name));
        var stream = import.Status.Import!;
        Assert.Equal((1, (long?)1), (stream.Metadata.Generation, stream.Spec.Tags.Find("stable")!.Generation));
        Assert.Equal(First.Digest.ToString(), stream.Status.Tags.Find("stable")!.Items[0].Image);
        Assert.Equal("2024-06-01T00:00:00Z", stream.Metadata.Annotations["openshift.io/image.dockerRepositoryCheck"]);
        Assert.NotNull(await _engine.Client.Tags.GetAsync(Namespace, "app:stable"));
    }

    [Fact]
    public async Task Import_DryRun_StoresNothing()
    {
        var import = AnImport(AnImage("quay.io/app/web:1", "stable"));

        var dryRun = await Imports.CreateAsync(import with { Spec = import.Spec with { Import = false } });

        Assert.Equal(First.Digest.ToString(), dryRun.Status.Images[0].Image!.Metadata.Name);
        Assert.Null(dryRun.Status.Import);
        Assert.Empty((await _engine.Store.Streams.ListAsync(ListQuery.All)).Items);
        Assert.Empty((await _engine.Store.Images.ListAsync(ListQuery.All)).Items);
    }

    [Fact]
    public async Task Import_WithoutTo_TakesTheTagOfTheImage()
    {
        var import = await Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:1", null)));

        Assert.Equal("1", import.Spec.Images[0].To!.Name);
        Assert.True(import.Status.Import!.Spec.Tags.Contains("1"));
    }

    [Fact]
    public async Task Import_DigestWithoutTo_HasNoTag()
    {
        var import = await Imports.CreateAsync(AnImport(AnImage($"quay.io/app/web@{First.Digest}", null)));

        Assert.Equal(("Success", null), (import.Status.Images[0].Status.Status, import.Status.Images[0].Tag));
        Assert.Empty(import.Status.Import!.Spec.Tags);
    }

    [Fact]
    public async Task Import_Unchanged_WritesNothingAndFetchesNothing()
    {
        var first = await Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:1", "stable")));
        _engine.Registry.ClearRequests();

        var again = await Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:1", "stable")));

        Assert.Equal(first.Status.Import, again.Status.Import);
        Assert.Equal(First.Digest.ToString(), again.Status.Images[0].Image!.Metadata.Name);
        Assert.Equal("HEAD", Assert.Single(_engine.Registry.Requests).Method);
    }

    [Fact]
    public async Task Import_DeletedImage_StoresItAgain()
    {
        await Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:1", "stable")));
        await _engine.Client.Images.DeleteAsync(First.Digest.ToString());

        await Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:1", "stable")));

        Assert.NotNull(await _engine.Client.Images.GetAsync(First.Digest.ToString()));
    }

    [Fact]
    public async Task Import_Failed_KeepsTheImageAndExplainsWhy()
    {
        await Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:1", "stable")));

        var failed = await Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:none", "stable")));

        var status = failed.Status.Images[0].Status;
        Assert.Equal(("Failure", "NotFound", 404, "dockerimage"), (status.Status, status.Reason, status.Code, status.Details!.Kind));
        var stream = failed.Status.Import!;
        Assert.Equal(("quay.io/app/web:1", (long?)2),
            (stream.Spec.Tags.Find("stable")!.From!.Name, stream.Spec.Tags.Find("stable")!.Generation));
        Assert.Equal((1, 2L),
            (stream.Status.Tags.Find("stable")!.Items.Count, stream.Status.Tags.Find("stable")!.Conditions[0].Generation));
    }

    [Fact]
    public async Task Import_SuccessAfterFailure_ClearsTheCondition()
    {
        await Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:none", "stable")));

        var stream = (await Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:1", "stable")))).Status.Import!;

        Assert.Empty(stream.Status.Tags.Find("stable")!.Conditions);
        Assert.Equal("quay.io/app/web:1", stream.Spec.Tags.Find("stable")!.From!.Name);
    }

    [Fact]
    public async Task Import_WithoutScheduled_TurnsItOffAndKeepsTheTagsGeneration()
    {
        var image = AnImage("quay.io/app/web:1", "stable");
        await Imports.CreateAsync(AnImport(image with { ImportPolicy = new TagImportPolicy { Scheduled = true } }));

        var stream = (await Imports.CreateAsync(AnImport(image))).Status.Import!;

        var specTag = stream.Spec.Tags.Find("stable")!;
        Assert.Equal((false, (long?)1, 2L), (specTag.ImportPolicy.Scheduled, specTag.Generation, stream.Metadata.Generation));
    }

    [Fact]
    public async Task Import_MovedTag_MovesFollowersInTheSameWrite()
    {
        await Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:1", "source")));
        await _engine.Client.Tags.CreateAsync(ATag("app:follower", Following("follower", "source")));
        _engine.Registry.Push("app/web:1", Second);

        var stream = (await Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:1", "source")))).Status.Import!;

        Assert.Equal(Second.Digest.ToString(), stream.Status.Tags.Find("follower")!.Items[0].Image);
    }

    [Fact]
    public async Task Import_IndexKept_KeepsEveryPlatform()
    {
        var index = SyntheticIndex.Create(First, Second);
        _engine.Registry.Push("app/multi:1", index);
        var policy = new TagImportPolicy { ImportMode = ImportMode.PreserveOriginal };

        var import = await Imports.CreateAsync(AnImport(AnImage("quay.io/app/multi:1", "1") with { ImportPolicy = policy }));

        Assert.Equal(2, import.Status.Images[0].Manifests.Count);
        Assert.Equal(3, (await _engine.Client.Images.ListAsync()).Items.Count);
        Assert.NotNull(await _engine.Client.StreamImages.GetAsync(Namespace, $"app@{Second.Digest}"));
        Assert.Equal(3, (await _engine.Client.Streams.GetLayersAsync(Namespace, "app")).Images.Count);
    }

    [Theory]
    [InlineData("1", null, ApiFailure.Conflict, "imagestream")]
    [InlineData(null, "another", ApiFailure.NotFound, "imagestream")]
    public async Task Import_OtherVersionOrUid_IsRejected(string? version, string? uid, ApiFailure failure, string kind)
    {
        await _engine.PushAsync("app", "1", 'a');
        var import = AnImport(AnImage("quay.io/app/web:1", "1"));
        import = import with { Metadata = import.Metadata with { ResourceVersion = version, Uid = uid } };

        var rejected = await AssertRejectedAsync(failure, () => Imports.CreateAsync(import));

        Assert.Equal(kind, rejected.Status.Details!.Kind);
    }

    [Fact]
    public async Task Import_Nothing_IsInvalid() =>
        await AssertRejectedAsync(ApiFailure.Invalid, () => Imports.CreateAsync(AnImport()));

    [Fact]
    public async Task Import_WholeRepository_AddsASpecTagForEachTag()
    {
        _engine.Registry.Push("app/web:1.2", First);
        _engine.Registry.Push("app/web:latest", First);

        var import = await Imports.CreateAsync(ARepository("quay.io/app/web"));

        Assert.Equal(["latest", "1.2", "1"], import.Status.Repository!.Images.Select(image => image.Tag));
        Assert.Equal(
            [("1", "quay.io/app/web:1"), ("1.2", "quay.io/app/web:1.2"), ("latest", "quay.io/app/web:latest")],
            import.Status.Import!.Spec.Tags.Select(specTag => (specTag.Name, specTag.From!.Name)));
        Assert.All(import.Status.Import.Status.Tags, tag => Assert.Equal(First.Digest.ToString(), tag.Items[0].Image));
    }

    [Fact]
    public async Task Import_RepositoryOfEqualImages_FetchesThemOnce()
    {
        foreach (var tag in Enumerable.Range(2, 9))
        {
            _engine.Registry.Push($"app/web:{tag}", First);
        }

        await Imports.CreateAsync(ARepository("quay.io/app/web"));

        Assert.Equal(2 + 1, _engine.Registry.Requests.Count(request => request.Method == "GET"));
    }

    [Fact]
    public async Task Import_MissingRepository_IsNotFoundAndCreatesTheStream()
    {
        var import = await Imports.CreateAsync(ARepository("quay.io/app/none"));

        Assert.Equal(("Failure", "NotFound", 404), (
            import.Status.Repository!.Status.Status, import.Status.Repository.Status.Reason, import.Status.Repository.Status.Code));
        Assert.Empty(import.Status.Import!.Spec.Tags);
    }

    [Fact]
    public async Task Import_ProgressOfARepository_IsReportedOnceForEachTag()
    {
        _engine.Registry.Push("app/web:2", First);
        var reported = new List<string>();

        await Imports.CreateAsync(ARepository("quay.io/app/web"), new ReportedProgress(reported));

        Assert.Equal(["1/2 1: Imported", "2/2 2: Imported"], reported);
    }

    [Fact]
    public async Task Import_RegistryNotAllowed_IsForbidden()
    {
        using var engine = new EmbeddedEngine(options =>
            options.AllowedRegistriesForImport.Add(new() { DomainName = "docker.io" }));

        var import = AnImport(AnImage("quay.io/app/web:1", "1"));
        var status = (await engine.Client.Imports.CreateAsync(
            import with { Spec = import.Spec with { Import = false } })).Status.Images[0].Status;

        Assert.Equal(("Forbidden", 403), (status.Reason, status.Code));
        Assert.Empty(engine.Registry.Requests);
    }

    [Theory]
    [InlineData(true, true, false, "Success,Success")]
    [InlineData(true, false, false, "Success,Success")]
    [InlineData(false, true, false, "Failure,Failure")]
    [InlineData(true, false, true, "Success,Failure")]
    [InlineData(false, true, true, "Failure,Success")]
    public async Task Import_InsecureRegistry_TheFirstCountsForAllUnlessEachIsSet(
        bool first, bool second, bool each, string expected)
    {
        var client = new EmbeddedImageStreamClient(
            _engine.Store,
            new ImageImporter(new PlainRegistry(_engine.Registry), _engine.Time),
            new EmbeddedImageStreamOptions { ApplyInsecurePerImage = each });

        var import = await client.Imports.CreateAsync(AnImport(
            AnImage("quay.io/app/web:1", "a") with { ImportPolicy = new TagImportPolicy { Insecure = first } },
            AnImage("quay.io/app/web:1", "b") with { ImportPolicy = new TagImportPolicy { Insecure = second } }));

        Assert.Equal(expected, string.Join(',', import.Status.Images.Select(image => image.Status.Status)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_RepositoryWithAnInvalidIndex_IsRejectedUnlessItFailsAlone(bool alone)
    {
        var client = new EmbeddedImageStreamClient(
            _engine.Store,
            new ImageImporter(_engine.Registry, _engine.Time),
            new EmbeddedImageStreamOptions { FailInvalidImagesIndividually = alone, ImageStreamImportMode = ImportMode.PreserveOriginal.Text });
        _engine.Registry.PushManifest(
            "app/web:nested",
            "application/vnd.oci.image.index.v1+json",
            Encoding.UTF8.GetBytes($$"""{"schemaVersion":2,"manifests":[{"digest":"{{First.Digest}}"}]}"""));

        var import = () => client.Imports.CreateAsync(ARepository("quay.io/app/web"));

        if (alone)
        {
            Assert.Equal("ImportFailed", (await import()).Status.Repository!.Status.Reason);
        }
        else
        {
            await AssertRejectedAsync(ApiFailure.Invalid, import);
        }
    }

    [Fact]
    public async Task Import_PreservedIndex_ImportsTheImageInLegacyMode()
    {
        var index = SyntheticIndex.Create(First, Second.WithPlatform("linux", "arm64"));
        _engine.Registry.Push("app/multi:1", index);
        var image = AnImage("quay.io/app/multi:1", "1");
        await Imports.CreateAsync(AnImport(image with { ImportPolicy = new TagImportPolicy { ImportMode = ImportMode.PreserveOriginal } }));

        var stream = (await Imports.CreateAsync(AnImport(image))).Status.Import!;

        Assert.Equal(
            [First.Digest.ToString(), index.Digest.ToString()], stream.Status.Tags.Find("1")!.Items.Select(item => item.Image));
    }

    [Fact]
    public async Task Import_IncludeManifest_ReturnsItAndStoresNone()
    {
        var request = AnImport(AnImage("quay.io/app/web:1", "1") with { IncludeManifest = true });
        var read = await Imports.CreateAsync(request with { Spec = request.Spec with { Import = false } });
        await Imports.CreateAsync(request);

        Assert.StartsWith("{", read.Status.Images[0].Image!.DockerImageManifest, StringComparison.Ordinal);
        var kept = await _engine.Client.Images.GetAsync(First.Digest.ToString());
        Assert.True(string.IsNullOrEmpty(kept.DockerImageManifest));
    }

    [Fact]
    public async Task Import_ByDigestUnderNoTag_KeepsNoImage()
    {
        await Imports.CreateAsync(AnImport(AnImage($"quay.io/app/web@{First.Digest}", null)));

        await AssertRejectedAsync(ApiFailure.NotFound, () => _engine.Client.Images.GetAsync(First.Digest.ToString()));
    }

    [Fact]
    public async Task Import_WithoutImporter_IsNotAllowed()
    {
        var client = new EmbeddedImageStreamClient(new InMemoryImageStreamStore());

        await AssertRejectedAsync(
            ApiFailure.MethodNotAllowed, () => client.Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:1", "1"))));
    }

    [Fact]
    public async Task Import_ManyAtOnceIntoOneStream_AllAreStored()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            Imports.CreateAsync(AnImport(AnImage("quay.io/app/web:1", $"t{i}"))))));

        var stream = await _engine.Client.Streams.GetAsync(Namespace, "app");
        Assert.Equal(12, stream.Status.Tags.Count);
        Assert.All(stream.Spec.Tags, specTag =>
            Assert.Equal(specTag.Generation, stream.Status.Tags.Find(specTag.Name)!.Items[0].Generation));
    }

    [Fact]
    public async Task ImportDue_PendingTags_ImportsThemOnce()
    {
        await _engine.Client.FollowImageAsync("quay.io/app/web:1", Tag("app:a"));
        await _engine.Client.FollowImageAsync("quay.io/app/web:none", Tag("app:b"));

        var import = await _engine.Client.ImportDueAsync(App);

        Assert.Equal(["Success", "Failure"], import!.Status.Images.Select(image => image.Status.Status));
        Assert.Null(await _engine.Client.ImportDueAsync(App));
    }

    [Fact]
    public async Task ImportScheduled_MovedTag_TakesTheNewImage()
    {
        await _engine.Client.FollowImageAsync(
            "quay.io/app/web:1", Tag("app:a"), new TagImportPolicy { Scheduled = true });
        await _engine.Client.ImportDueAsync(App);
        _engine.Registry.Push("app/web:1", Second);

        await _engine.Client.ImportScheduledAsync(App);

        Assert.Equal(Second.Digest.ToString(), (await _engine.Client.Tags.GetAsync(Namespace, "app:a")).Image.Metadata.Name);
    }

    private static ImageStreamImport AnImport(params ImageImportSpec[] images) => new()
    {
        Metadata = new ObjectMeta { Name = "app", Namespace = Namespace },
        Spec = new ImageStreamImportSpec { Import = true, Images = images.ToValueList() },
    };

    private static ImageImportSpec AnImage(string pullSpec, string? to) => new()
    {
        From = InRegistry(pullSpec),
        To = to is null ? null : new LocalObjectReference { Name = to },
    };

    private static ObjectReference InRegistry(string pullSpec) =>
        new() { Kind = ReferenceKinds.DockerImage, Name = pullSpec };

    private static ImageStreamImport ARepository(string name) => AnImport() with
    {
        Spec = new ImageStreamImportSpec
        {
            Import = true,
            Repository = new RepositoryImportSpec { From = InRegistry(name) },
        },
    };

    private sealed class ReportedProgress(List<string> lines) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => lines.Add(value.ToString());
    }
}
