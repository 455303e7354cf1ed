using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Importing;

/// <summary>Platforms, indexes inside of indexes, and attestations.</summary>
public sealed class NestedIndexTests : IDisposable
{
    private const string Pull = "quay.io/app/web:1";
    private static readonly RegistryRepository Repository = new() { Registry = "quay.io", Name = "app/web" };
    private readonly InMemoryRegistry _registry = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _registry.Dispose();

    /// <summary>The annotations, the preferred platform of the importer, and the platform that the tag gets.</summary>
    [Theory]
    [InlineData("arm64", null, "linux/amd64", "linux/arm64")]
    [InlineData(null, "windows", "linux/amd64", "windows/amd64")]
    [InlineData("arm64", "windows", "linux/amd64", "linux/amd64")]
    [InlineData("amd64", "linux", "linux/s390x", "linux/amd64")]
    [InlineData("arm64", null, "linux/s390x", "linux/arm64")]
    [InlineData("", "", "linux/s390x", "linux/s390x")]
    [InlineData("mips", null, "linux/s390x", "linux/amd64")]
    public async Task AnnotationsOfTheSpecTag_ChooseThePlatform(string? arch, string? os, string importer, string expected)
    {
        var entries = PushPlatforms();
        var stream = Annotate(Follow(ImportMode.Legacy), arch, os);

        var imported = Imported(await Importer(importer).ImportTagAsync(stream, "a"));

        Assert.Equal(IndexSource.DigestIn(entries[expected]), imported.Image.Name);
    }

    [Fact]
    public async Task AnnotationAddedLater_MovesTheTag()
    {
        var entries = PushPlatforms();
        var importer = Importer();
        var stream = (await importer.ImportTagAsync(Follow(ImportMode.Legacy), "a")).Stream;

        var imported = Imported(await importer.ImportTagAsync(Annotate(stream, "arm64", null), "a"));
        var again = await importer.ImportTagAsync(imported.Stream, "a");

        Assert.Equal(IndexSource.DigestIn(entries["linux/arm64"]), imported.Image.Name);
        Assert.IsType<TagImportResult.Unchanged>(again);
    }

    [Fact]
    public async Task TagsOfOneStream_EachHaveTheirPlatform()
    {
        var entries = PushPlatforms();
        var stream = AnImageStream().Tag("a").FollowsImage(Pull).Tag("b").FollowsImage(Pull).Build();

        var result = await Importer().ImportTagsAsync(Annotate(stream, "arm64", null), ["a", "b"]);

        Assert.Equal(
            [IndexSource.DigestIn(entries["linux/arm64"]), IndexSource.DigestIn(entries["linux/amd64"])],
            result.Tags.Select(tag => Imported(tag).Image.Name));
    }

    /// <summary>OpenShift reads the annotations for tags only, not for digests.</summary>
    [Fact]
    public async Task DigestOfAnIndex_TakesTheImportersPlatform()
    {
        var entries = PushPlatforms();
        var index = (await _registry.ResolveAsync(Repository, "1")).Descriptor.Digest;
        var stream = AnImageStream().Tag("a").FollowsImage($"quay.io/app/web@{index}").Build();

        var imported = Imported(await Importer().ImportTagAsync(Annotate(stream, "arm64", null), "a"));

        Assert.Equal(IndexSource.DigestIn(entries["linux/amd64"]), imported.Image.Name);
    }

    /// <summary>Whether the request names the tag, and whether the stream has the annotation.</summary>
    [Theory]
    [InlineData(true, true, "linux/arm64")]
    [InlineData(false, true, "linux/arm64")]
    [InlineData(true, false, "linux/amd64")]
    public async Task EngineReadsTheStoredSpecTag(bool isNamed, bool isAnnotated, string expected)
    {
        var entries = PushPlatforms();
        var client = Engine();
        var stream = AnImageStream().Tag("1").FollowsImage(Pull).Build();
        stream = stream with { Metadata = stream.Metadata with { ResourceVersion = null } };
        await client.Streams.CreateAsync(isAnnotated ? Annotate(stream, "arm64", null) : stream);

        var answer = await client.Imports.CreateAsync(Request(stream, isNamed ? "1" : null, default));

        Assert.Equal(IndexSource.DigestIn(entries[expected]), answer.Status.Images[0].Image!.Name);
    }

    [Fact]
    public async Task IndexOfAnImageAndItsAttestation_IsImported()
    {
        var image = _registry.Image("linux/amd64");
        var inner = _registry.Index("inner", "linux/amd64", [image, _registry.Attestation()]);
        _registry.Index("1", null, [inner]);

        var legacy = Imported(await Importer().ImportTagAsync(Follow(ImportMode.Legacy), "a"));
        var preserved = Imported(await Importer().ImportTagAsync(Follow(ImportMode.PreserveOriginal), "a"));

        Assert.Equal(IndexSource.DigestIn(image), legacy.Image.Name);
        Assert.True(legacy.DroppedPlatforms.IsEmpty);
        Assert.Equal(await DigestAsync("1"), preserved.Image.Name);
        Assert.Equal(["amd64", "unknown"], preserved.Image.DockerImageManifests.Select(entry => entry.Architecture));
        Assert.Equal(
            preserved.Image.DockerImageManifests.Select(entry => entry.Digest), preserved.Manifests.Select(image => image.Name));
    }

    /// <summary>The number of indexes around the image.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(9, false)]
    public async Task IndexesInIndexes_AreFollowedThreeDeep(int depth, bool isImported)
    {
        var entry = _registry.Image("linux/amd64");
        var image = IndexSource.DigestIn(entry);
        for (var i = depth; i > 0; i--)
        {
            entry = _registry.Index(i == 1 ? "1" : "inner", "linux/amd64", [entry]);
        }

        foreach (var mode in new[] { ImportMode.Legacy, ImportMode.PreserveOriginal })
        {
            var result = await Importer().ImportTagAsync(Follow(mode), "a");
            var expected = mode == ImportMode.Legacy ? image : await DigestAsync("1");
            Assert.Equal(isImported ? expected : null, (result as TagImportResult.Imported)?.Image.Name);
            Assert.Equal(
                isImported ? null : ImageFormatFailure.NestedTooDeep, (result as TagImportResult.Failed)?.Error.FormatFailure);
        }
    }

    /// <summary>Whether the inner indexes name a platform: those without one are all searched.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task IndexForEachPlatform_IsFollowedByThePlatformRule(bool isNamed)
    {
        var arm = _registry.Image("linux/arm64");
        var inner = new[] { "linux/amd64", "linux/arm64" }.Select(platform => _registry.Index(
            platform[6..],
            isNamed ? platform : null,
            [_registry.Attestation(platform), platform == "linux/arm64" ? arm : _registry.Image(platform)]));
        _registry.Index("1", null, [.. inner]);

        var imported = Imported(await Importer("linux/arm64").ImportTagAsync(Follow(ImportMode.Legacy), "a"));

        Assert.Equal(IndexSource.DigestIn(arm), imported.Image.Name);
        Assert.Equal(["linux/amd64"], imported.DroppedPlatforms);
    }

    [Fact]
    public async Task UnchangedNestedIndex_CostsOneHead()
    {
        var inner = _registry.Index("inner", "linux/amd64", [_registry.Image("linux/amd64")]);
        _registry.Index("1", null, [inner]);
        var importer = Importer();
        var stream = (await importer.ImportTagAsync(Follow(ImportMode.Legacy), "a")).Stream;
        _registry.ClearRequests();

        Assert.IsType<TagImportResult.Unchanged>(await importer.ImportTagAsync(stream, "a"));
        Assert.Equal(["HEAD"], _registry.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task IndexesThatOpenIntoManyMore_AreLimited()
    {
        var inner = Enumerable.Range(0, 65)
            .Select(i => _registry.Index($"inner{i}", null, [_registry.Image("linux/s390x", $$""","size":{{i}}""")])).ToArray();
        _registry.Index("1", null, inner);

        var failed = Assert.IsType<TagImportResult.Failed>(await Importer().ImportTagAsync(Follow(ImportMode.Legacy), "a"));

        Assert.Equal(ImageFormatFailure.TooLarge, failed.Error.FormatFailure);
        Assert.Equal("The index has more than 64 indexes inside.", failed.Message);
    }

    /// <summary>An index whose entries all name the same inner index opens it once.</summary>
    [Fact]
    public async Task SameIndexManyTimes_IsOpenedOnce()
    {
        var image = _registry.Image("linux/amd64");
        var inner = _registry.Index("inner", null, [image]);
        _registry.Index("1", null, [.. Enumerable.Repeat(inner, 1000)]);

        Assert.Equal(
            IndexSource.DigestIn(image),
            Imported(await Importer().ImportTagAsync(Follow(ImportMode.Legacy), "a")).Image.Name);
    }

    [Fact]
    public async Task AsStrictAsOpenShift_IsAnOption()
    {
        _registry.Index("1", null, [_registry.Index("inner", "linux/amd64", [_registry.Image("linux/amd64")])]);
        var strict = new ImageImporter(_registry, _time, new ImageImporterOptions { RefuseNestedIndexes = true });

        var failed = Assert.IsType<TagImportResult.Failed>(await strict.ImportTagAsync(Follow(ImportMode.Legacy), "a"));

        Assert.Equal(ImageFormatFailure.UnsupportedMediaType, failed.Error.FormatFailure);
    }

    [Theory]
    [InlineData("Legacy")]
    [InlineData("PreserveOriginal")]
    public async Task EngineAnswersAsRecorded_UnlessItFollows(string mode)
    {
        _registry.Index("1", null, [_registry.Index("inner", "linux/amd64", [_registry.Image("linux/amd64")])]);
        var request = Request(AnImageStream().Build(), "1", new ImportMode(mode));

        var recorded = await Engine().Imports.CreateAsync(request);
        var followed = await Engine(new() { FollowNestedIndexes = true }).Imports.CreateAsync(request);

        Assert.Equal("Failure", recorded.Status.Images[0].Status.Status);
        Assert.Equal("Success", followed.Status.Images[0].Status.Status);
        Assert.NotNull(followed.Status.Import);
    }

    /// <summary>Indexes whose first entry is not an image; <c>!</c> marks the one that the tag gets.</summary>
    [Theory]
    [InlineData("attestation linux/arm64!")]
    [InlineData("attestation attestation linux/arm64! windows/arm64")]
    [InlineData("unknown/unknown linux/arm64!")]
    [InlineData("artifact linux/arm64!")]
    [InlineData("helm attestation artifact linux/arm64!")]
    [InlineData("artifact! attestation")]
    [InlineData("typed-image! linux/s390x")]
    public async Task FirstRealPlatform_IsTaken(string entries)
    {
        var pushed = entries.Split(' ')
            .Select(entry => (IsExpected: entry.EndsWith('!'), Text: Push(entry.TrimEnd('!')))).ToList();
        _registry.Index("1", null, [.. pushed.Select(entry => entry.Text)]);

        var imported = Imported(await Importer().ImportTagAsync(Follow(ImportMode.Legacy), "a"));

        Assert.Equal(IndexSource.DigestIn(pushed.Single(entry => entry.IsExpected).Text), imported.Image.Name);
    }

    /// <summary>The engine as well: an attestation is no image, whatever a server took.</summary>
    [Fact]
    public async Task Engine_TakesTheFirstRealPlatform()
    {
        var image = _registry.Image("linux/arm64");
        _registry.Index("1", null, [_registry.Attestation(), image]);

        var answer = await Engine().Imports.CreateAsync(Request(AnImageStream().Build(), "1", default));

        Assert.Equal(IndexSource.DigestIn(image), answer.Status.Images[0].Image!.Name);
    }

    /// <summary>The annotation counts even where the attestation has the preferred platform.</summary>
    [Fact]
    public async Task AttestationWithAPlatform_IsNotTaken()
    {
        var attestation = _registry.Image(
            "linux/amd64", ",\"annotations\":{\"vnd.docker.reference.type\":\"attestation-manifest\"}");
        var image = _registry.Image("linux/s390x");
        _registry.Index("1", null, [attestation, image]);

        var imported = Imported(await Importer().ImportTagAsync(Follow(ImportMode.Legacy), "a"));

        Assert.Equal(IndexSource.DigestIn(image), imported.Image.Name);
    }

    [Theory]
    [InlineData(false, 1, "The index has no image: its manifest is an attestation.")]
    [InlineData(false, 2, "The index has no image: its 2 manifests are attestations.")]
    [InlineData(true, 2, "The index has no image: its 2 manifests are attestations.")]
    public async Task OnlyAttestations_Fail(bool isNested, int count, string message)
    {
        var entries = Enumerable.Range(0, count).Select(i => _registry.Attestation($"{i}")).ToArray();
        _registry.Index("1", null, isNested ? [_registry.Index("inner", "linux/amd64", entries)] : entries);

        var failed = Assert.IsType<TagImportResult.Failed>(await Importer().ImportTagAsync(Follow(ImportMode.Legacy), "a"));

        Assert.Equal((ImageFormatFailure.NoImages, message), (failed.Error.FormatFailure!.Value, failed.Message));
        Assert.Equal($"Tag 'a' keeps its image (InternalError): {message}", failed.Explanation);
    }

    [Theory]
    [InlineData(MediaTypes.DockerManifestList)]
    [InlineData(MediaTypes.OciIndex)]
    public async Task NoEntries_FailUnlessTheIndexIsKept(string mediaType)
    {
        _registry.Index("1", null, [], mediaType);

        var failed = Assert.IsType<TagImportResult.Failed>(await Importer().ImportTagAsync(Follow(ImportMode.Legacy), "a"));
        var preserved = Imported(await Importer().ImportTagAsync(Follow(ImportMode.PreserveOriginal), "a"));

        Assert.Equal(ImageFormatFailure.NoManifests, failed.Error.FormatFailure);
        Assert.True(preserved.Manifests.IsEmpty);
    }

    [Fact]
    public async Task PlatformsThatLegacyLeavesOut_AreInTheResult()
    {
        PushPlatforms();

        var legacy = Imported(await Importer().ImportTagAsync(Follow(ImportMode.Legacy), "a"));
        var preserved = Imported(await Importer().ImportTagAsync(Follow(ImportMode.PreserveOriginal), "a"));

        Assert.Equal(["windows/amd64", "linux/arm64", "linux/s390x"], legacy.DroppedPlatforms);
        Assert.Equal(
            $"Tag 'a' has quay.io/app/web@{legacy.Image.Name} now, from quay.io. Of its index, windows/amd64, linux/arm64, "
                + "linux/s390x were left out; importPolicy.importMode PreserveOriginal keeps all platforms.",
            legacy.Explanation);
        Assert.True(preserved.DroppedPlatforms.IsEmpty);
    }

    [Fact]
    public async Task EachResult_ExplainsItself()
    {
        var image = IndexSource.DigestIn(_registry.Image("linux/amd64"));
        var stream = AnImageStream()
            .Tag("new").FollowsImage("quay.io/app/web:image").Tag("gone").FollowsImage("quay.io/app/web:gone")
            .Tag("tag").Follows("new").Tag("odd").FollowsImage("quay.io/UPPER/x").Build();
        var importer = Importer();

        var result = await importer.ImportTagsAsync(stream, ["new", "gone", "tag", "odd", "none"]);
        var again = await importer.ImportTagAsync(result.Stream, "new");

        Assert.Equal($"Tag 'new' has quay.io/app/web@{image} now, from quay.io.", result.Tags[0].Explanation);
        Assert.StartsWith("Tag 'gone' keeps its image (NotFound): ", result.Tags[1].Explanation, StringComparison.Ordinal);
        Assert.Equal("Tag 'tag' does not follow an image in a registry (from.kind DockerImage).", result.Tags[2].Explanation);
        Assert.Equal("The from.name of tag 'odd' is not an image that a registry can have.", result.Tags[3].Explanation);
        Assert.Equal("The stream has no spec tag 'none' that would name an image.", result.Tags[4].Explanation);
        Assert.Equal($"Tag 'new' has {image} already, which is what quay.io has.", again.Explanation);
    }

    /// <summary>The limit of the sum, and whether an index of 8 images of about 500 bytes fits.</summary>
    [Theory]
    [InlineData(1 << 20, true)]
    [InlineData(2000, false)]
    [InlineData(1, false)]
    public async Task ImagesOfAnIndex_AreLimitedInSum(int limit, bool isImported)
    {
        _registry.Index("1", null, [.. Enumerable.Range(0, 8).Select(i => _registry.Image($"linux/p{i}"))]);
        var importer = new ImageImporter(
            _registry, _time, new ImageImporterOptions { MaxIndexBytes = limit, MaxConcurrency = 1 });

        var result = await importer.ImportTagAsync(Follow(ImportMode.PreserveOriginal), "a");

        Assert.Equal(isImported ? null : ImageFormatFailure.TooLarge, (result as TagImportResult.Failed)?.Error.FormatFailure);
        var manifests = _registry.Requests.Count(request => request.Method == "GET");
        Assert.True(isImported ? manifests > 16 : manifests < 16, "nothing more is fetched after the limit");
    }

    private static TagImportResult.Imported Imported(TagImportResult result) => result as TagImportResult.Imported
        ?? throw new InvalidOperationException(result.Explanation);

    private static ImageStream Follow(ImportMode mode) => AnImageStream().Tag("a").FollowsImage(Pull).InMode(mode).Build();

    /// <summary>The platform of the outer entry, of the inner index that stands for the platform.</summary>
    [Theory]
    [InlineData("linux/arm64", "linux/arm64/v8")]
    [InlineData("linux/arm64/v8", "linux/arm64")]
    [InlineData("linux/arm64", "linux/arm64")]
    public async Task PlatformOfTheIndexThatWasTaken_IsNotDropped(string outer, string inner)
    {
        var image = _registry.Image(inner);
        var index = _registry.Index("inner", outer, [image, _registry.Attestation()]);
        _registry.Index("1", null, [_registry.Image("linux/amd64"), index]);

        var imported = Imported(await Importer("linux/arm64").ImportTagAsync(Follow(ImportMode.Legacy), "a"));

        Assert.Equal(IndexSource.DigestIn(image), imported.Image.Name);
        Assert.Equal(["linux/amd64"], imported.DroppedPlatforms);
    }

    /// <summary>Annotates the first spec tag.</summary>
    private static ImageStream Annotate(ImageStream stream, string? arch, string? os)
    {
        var specTag = stream.Spec.Tags[0];
        specTag = Annotate(specTag, ImageStreamAnnotations.PreferredArchitecture, arch);
        specTag = Annotate(specTag, ImageStreamAnnotations.PreferredOs, os);
        return stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(specTag) } };
    }

    private static TagReference Annotate(TagReference specTag, string name, string? value) =>
        value is null ? specTag : specTag with { Annotations = specTag.Annotations.Set(name, value) };

    private static ImageStreamImport Request(ImageStream stream, string? tag, ImportMode mode) => new()
    {
        Metadata = new ObjectMeta { Name = stream.Name, Namespace = stream.Namespace },
        Spec = new ImageStreamImportSpec
        {
            Import = true,
            Images =
            [
                new ImageImportSpec
                {
                    From = ObjectReference.DockerImage(Pull),
                    To = tag is null ? null : new LocalObjectReference { Name = tag },
                    ImportPolicy = new TagImportPolicy { ImportMode = mode },
                },
            ],
        },
    };

    private Dictionary<string, string> PushPlatforms()
    {
        var entries = new[] { "windows/amd64", "linux/arm64", "linux/amd64", "linux/s390x" }
            .ToDictionary(platform => platform, platform => _registry.Image(platform));
        _registry.Index("1", null, [.. entries.Values]);
        return entries;
    }

    private string Push(string entry) => entry switch
    {
        "attestation" => _registry.Attestation(),
        "artifact" => Untyped(MediaTypes.OciManifest, ",\"artifactType\":\"application/vnd.acme.sbom\""),
        "helm" => Untyped("application/vnd.acme.chart.v1+json", ""),
        "typed-image" => _registry.Image("linux/arm64", ",\"artifactType\":\"application/vnd.acme.model\""),
        _ => _registry.Image(entry),
    };

    private string Untyped(string mediaType, string more) =>
        IndexSource.Entry(mediaType, IndexSource.DigestIn(_registry.Image("linux/riscv64")), null, more);

    private async Task<string> DigestAsync(string tag) =>
        (await _registry.ResolveAsync(Repository, tag)).Descriptor.Digest.ToString();

    private ImageImporter Importer(string platform = "linux/amd64") =>
        new(_registry, _time, new ImageImporterOptions { PreferredPlatform = platform });

    private EmbeddedImageStreamClient Engine(EmbeddedImageStreamOptions? options = null)
    {
        options ??= new EmbeddedImageStreamOptions();
        options.FailInvalidImagesIndividually = true;
        return new(new InMemoryImageStreamStore(), Importer(), options, _time);
    }
}
