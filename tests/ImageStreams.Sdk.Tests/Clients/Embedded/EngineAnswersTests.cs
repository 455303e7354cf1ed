using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Testing;
using ImageStreams.Tests.Recordings;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

/// <summary>The answers of the embedded engine that differed from a server's in random work, cause by cause.</summary>
/// <remarks>The whole exchanges are replayed by <see cref="RandomRecordingsTests"/>; here are variants of each rule.</remarks>
public sealed class EngineAnswersTests : IDisposable
{
    private const string Missing = "quay.io/app/web:none";

    private readonly EmbeddedEngine _engine = new();

    private EmbeddedImageStreamClient Client => _engine.Client;

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("hand2-fails-again")]
    [InlineData("hand2-imagetag-update")]
    [InlineData("hand2-isimage-noname")]
    [InlineData("hand2-includemanifest")]
    [InlineData("hand2-delete-dryrun")]
    [InlineData("hand2-create-rv")]
    [InlineData("hand2-latest")]
    [InlineData("hand2-one-tag-thrice")]
    [InlineData("hand2-status")]
    [InlineData("hand2-odd-push")]
    [InlineData("hand2-istag-patch")]
    [InlineData("hand2-watch")]
    public async Task Random01To17_MinimalExchange_IsAnsweredAsByTheServer(string name)
    {
        var report = await RandomScenario.ReplayCommittedAsync(name);

        Assert.True(report.Different.Count == 0, report.ToString());
        Assert.Equal(report.Requests, report.AsRecorded);
    }

    [Theory]
    [InlineData("quay.io/app/web:other", true)]
    [InlineData(Missing, false)]
    public async Task Random01_W5_FailureWithAnotherMessage_IsRecorded(string next, bool isRecorded)
    {
        var first = (await ImportAsync("app", (Missing, "1"))).Status.Import!;
        _engine.Time.Advance(TimeSpan.FromMinutes(1));

        var second = (await ImportAsync("app", (next, "1"))).Status.Import!;

        Assert.Equal(isRecorded, first.Metadata.ResourceVersion != second.Metadata.ResourceVersion);
        Assert.Equal(isRecorded, Condition(first).LastTransitionTime != Condition(second).LastTransitionTime);
        Assert.Equal(isRecorded, Condition(first).Message != Condition(second).Message);
        Assert.Equal(Missing, second.Spec.Tags.Find("1")!.From!.Name);
    }

    [Theory]
    [InlineData(false, 2L)]
    [InlineData(true, 4L)]
    public async Task Random01_FailureThatRepeatsForAChangedSpecTag_StaysPendingUnlessTheOptionSettlesIt(
        bool settles, long observed)
    {
        using var engine = new EmbeddedEngine(options => options.SettleRepeatedFailures = settles);
        await engine.Client.Streams.CreateAsync(AStream("app", FromRegistry("1", Missing)));
        await engine.Client.ImportDueAsync(App);
        await engine.Client.Streams.PatchAsync(Namespace, "app", ImportAgain);

        await engine.Client.ImportDueAsync(App);

        var stream = await engine.Client.Streams.GetAsync(Namespace, "app");
        Assert.Equal(observed, Condition(stream).Generation);
        Assert.Equal(settles ? 4 : 3, stream.Spec.Tags.Find("1")!.Generation);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    public async Task Random02_ImageTagOfAStreamThatAClientMade_IsUpdatedOnlyByOption(bool byClient, bool option, bool isAccepted)
    {
        using var engine = new EmbeddedEngine(options => options.AcceptImageTagUpdates = option);
        await CreateAsync(engine.Client, byClient);
        var tag = await engine.Client.ImageTags.GetAsync(Namespace, "app:1");
        var next = tag with { Spec = tag.Spec! with { Annotations = tag.Spec.Annotations.Set("x", "y") } };

        if (isAccepted)
        {
            Assert.Equal("y", (await engine.Client.ImageTags.UpdateAsync(next)).Spec!.Annotations["x"]);
            return;
        }

        var rejected = await AssertRejectedAsync(ApiFailure.Invalid, () => engine.Client.ImageTags.UpdateAsync(next));
        Assert.Equal("metadata", Assert.Single(rejected.Causes).Field);
        await AssertRejectedAsync(
            ApiFailure.Invalid, () => engine.Client.ImageTags.PatchAsync(Namespace, "app:1", _ => next));
    }

    [Fact]
    public async Task Random02_PatchThatChangesOrAddsNothing_IsAccepted()
    {
        await CreateAsync(Client, byClient: true);

        var same = await Client.ImageTags.PatchAsync(Namespace, "app:1", tag => tag);
        var without = await Client.ImageTags.PatchAsync(Namespace, "app:1", tag => tag with { Spec = null });

        Assert.NotNull(same.Spec);
        Assert.Null(without.Spec);
    }

    [Fact]
    public async Task Random02_StreamWithoutAnythingButAName_HasNoOwner()
    {
        await Client.Streams.CreateAsync(AStream("app"));

        var created = await Client.ImageTags.PatchAsync(
            Namespace, "app:1", tag => tag with { Spec = FromRegistry("1", "quay.io/app/web:1") });

        Assert.Equal("quay.io/app/web:1", created.Spec!.From!.Name);
        Assert.True((await Client.Streams.GetAsync(Namespace, "app")).Metadata.ManagedFields.IsEmpty);
    }

    [Fact]
    public async Task Random02_OwnersThatAClientResets_AreGone()
    {
        await CreateAsync(Client, byClient: true);
        await Client.Streams.PatchAsync(
            Namespace, "app", stream => stream with { Metadata = stream.Metadata with { ManagedFields = [new ManagedFieldsEntry()] } });

        var tag = await Client.ImageTags.PatchAsync(
            Namespace, "app:1", tag => tag with { Spec = tag.Spec! with { Annotations = tag.Spec.Annotations.Set("x", "y") } });

        Assert.Equal("y", tag.Spec!.Annotations["x"]);
    }

    [Fact]
    public async Task Random03_ImageTagWithoutSpecName_GetsIt()
    {
        var created = await Client.ImageTags.CreateAsync(AnImageTag("app:1", FromRegistry("", "quay.io/app/web:1")));

        Assert.Equal("1", created.Spec!.Name);
        var exists = await AssertRejectedAsync(
            ApiFailure.AlreadyExists, () => Client.ImageTags.CreateAsync(AnImageTag("app:1", FromRegistry("", "quay.io/app/web:1"))));
        Assert.Equal("imagetags", exists.Status.Details!.Kind);
    }

    [Theory]
    [InlineData(":1", ApiFailure.BadRequest, "Name parameter required.")]
    [InlineData("a%b:1", ApiFailure.Invalid, null)]
    public async Task Random03_ImageTagWithoutAStream_IsABadRequest(string name, ApiFailure failure, string? message)
    {
        var rejected = await AssertRejectedAsync(
            failure, () => Client.ImageTags.CreateAsync(AnImageTag(name, FromRegistry("1", "quay.io/app/web:1"))));

        Assert.Equal(message ?? rejected.Message, rejected.Message);
    }

    [Theory]
    [InlineData(":x", ReferenceKinds.ImageStreamTag, "Name parameter required.")]
    [InlineData("@sha256:aa", ReferenceKinds.ImageStreamImage, "Name parameter required.")]
    [InlineData("a%b:x", ReferenceKinds.ImageStreamTag, "may not contain '%'")]
    [InlineData("a/b:x", ReferenceKinds.ImageStreamTag, "may not contain '/'")]
    [InlineData("..:x", ReferenceKinds.ImageStreamTag, "may not be '..'")]
    public async Task Random04_X4_FromWithoutAStreamName_IsInvalid(string from, string kind, string message)
    {
        var rejected = await AssertRejectedAsync(
            ApiFailure.Invalid, () => Client.Streams.CreateAsync(AStream("app", Following("1", from, kind))));

        var cause = Assert.Single(rejected.Causes);
        Assert.Equal(("[]", "InternalError"), (cause.Field, cause.Reason));
        Assert.Contains(message, cause.Message, StringComparison.Ordinal);
        await AssertRejectedAsync(
            ApiFailure.Invalid, () => Client.Tags.CreateAsync(ATag("app:1", Following("1", from, kind))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Random05_IncludeManifest_IsHeededOnlyByADryRun(bool import)
    {
        _engine.Registry.Push("app/web:1", SyntheticImage.Create("first"));
        var request = ARequest("app", ("quay.io/app/web:1", "1"));
        request = request with
        {
            Spec = request.Spec with { Import = import, Images = [request.Spec.Images[0] with { IncludeManifest = true }] },
        };

        var image = (await Client.Imports.CreateAsync(request)).Status.Images[0].Image!;

        Assert.Equal(import, string.IsNullOrEmpty(image.DockerImageManifest));
        Assert.Equal(import, string.IsNullOrEmpty(image.DockerImageConfig));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Random06_Delete_HeedsTheDryRunOfItsOptions(bool dryRun)
    {
        await Client.Streams.CreateAsync(AStream("app"));

        await Client.Streams.DeleteAsync(Namespace, "app", new DeleteOptions { DryRun = dryRun });

        Assert.Equal(dryRun, (await Client.Streams.ListAsync(Namespace)).Items.Count == 1);
    }

    [Theory]
    [InlineData("abc", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("5", ApiFailure.InternalError)]
    public async Task Random07_CreateWithAVersion_IsRefusedForANumberOnly(string version, ApiFailure? failure)
    {
        var stream = AStream("app");
        stream = stream with { Metadata = stream.Metadata with { ResourceVersion = version } };

        if (failure is { } expected)
        {
            await AssertRejectedAsync(expected, () => Client.Streams.CreateAsync(stream));
            return;
        }

        Assert.NotEqual(version, (await Client.Streams.CreateAsync(stream)).Metadata.ResourceVersion);
        await AssertRejectedAsync(ApiFailure.AlreadyExists, () => Client.Streams.CreateAsync(stream));
    }

    [Fact]
    public async Task Random07_CreateWithAVersion_IsValidatedFirst()
    {
        var stream = AStream("-x");

        await AssertRejectedAsync(
            ApiFailure.Invalid,
            () => Client.Streams.CreateAsync(stream with { Metadata = stream.Metadata with { ResourceVersion = "5" } }));
    }

    [Theory]
    [InlineData("quay.io/app/web", "quay.io/app/web:latest")]
    [InlineData("quay.io/app/web:none", "quay.io/app/web:none")]
    public async Task Random08_MissingImage_IsNamedByTheTagThatWasTried(string pullSpec, string name) =>
        Assert.Equal(name, (await ImportAsync("app", (pullSpec, "1"))).Status.Images[0].Status.Details!.Name);

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    [InlineData(true, false, false, true)]
    public async Task Random09_InsecureImage_OpensItsRepository(
        bool image, bool repository, bool isOpen, bool perImage = false)
    {
        using var engine = new PlainEngine(options => options.ApplyInsecurePerImage = perImage);
        engine.Registry.Push("app/web:1", SyntheticImage.Create("first"));
        var request = ARequest("app", ("quay.io/app/web:1", "one"));

        var answer = await engine.Client.Imports.CreateAsync(request with
        {
            Spec = request.Spec with
            {
                Images = [request.Spec.Images[0] with { ImportPolicy = new TagImportPolicy { Insecure = image } }],
                Repository = new RepositoryImportSpec
                {
                    From = ObjectReference.DockerImage("quay.io/app/web"),
                    ImportPolicy = new TagImportPolicy { Insecure = repository },
                },
            },
        });

        Assert.Equal(isOpen, answer.Status.Repository!.Status.Status == "Success");
        Assert.Equal(isOpen, answer.Status.Import!.Spec.Tags.Find("1") is { } tag && tag.ImportPolicy.Insecure == repository);
    }

    [Fact]
    public async Task Random10_LaterImageWithTheSameDigest_DoesNotReplaceTheSpecTag()
    {
        var (old, image) = (SyntheticImage.Create("old"), SyntheticImage.Create("new"));
        _engine.Registry.Push("app/web:0", old);
        _engine.Registry.Push("app/web:1", image);
        _engine.Registry.Push("app/web:latest", image);

        var stream = (await ImportAsync(
            "app", ("quay.io/app/web:0", "dev"), ("quay.io/app/web:1", "dev"), ("quay.io/app/web:latest", "dev"))).Status.Import!;

        Assert.Equal("quay.io/app/web:1", stream.Spec.Tags.Find("dev")!.From!.Name);
        Assert.Equal(
            [image.Digest.ToString(), old.Digest.ToString()], stream.Status.Tags.Find("dev")!.Items.Select(item => item.Image));
    }

    [Theory]
    [InlineData("q/w")]
    [InlineData("")]
    public async Task Random11_WriteOfTheStatus_AnswersTheRepositoryAsSent(string repository)
    {
        var stream = await Client.Streams.CreateAsync(AStream("app"));

        var answer = await Client.Streams.UpdateStatusAsync(
            stream with { Status = stream.Status with { DockerImageRepository = repository } });

        Assert.Equal(repository, answer.Status.DockerImageRepository);
        Assert.Equal(stream.Status.DockerImageRepository, (await Client.Streams.GetAsync(Namespace, "app")).Status.DockerImageRepository);
    }

    [Theory]
    [InlineData(false, 4)]
    [InlineData(true, 3)]
    public async Task Random12_BadAnnotationInAnUpdate_IsListedForTheObjectAndTheStream(bool isStatus, int count)
    {
        var stream = await Client.Streams.CreateAsync(AStream("app"));
        stream = stream with { Metadata = stream.Metadata with { Annotations = stream.Metadata.Annotations.Set("bad key!", "") } };

        var rejected = await AssertRejectedAsync(
            ApiFailure.Invalid, () => isStatus ? Client.Streams.UpdateStatusAsync(stream) : Client.Streams.UpdateAsync(stream));

        Assert.Equal(Enumerable.Repeat("metadata.annotations", count), rejected.Causes.Select(cause => cause.Field));
    }

    [Fact]
    public async Task Random12_UpdateOfAnImageTag_ListsSpecThenMetadataThenStatus()
    {
        await _engine.PushAsync("app", "1", 'a');
        await Client.Streams.PatchAsync(
            Namespace, "app", stream => stream with { Metadata = stream.Metadata with { Labels = stream.Metadata.Labels.Set("l", "1") } });

        var rejected = await AssertRejectedAsync(
            ApiFailure.Invalid, () => Client.ImageTags.UpdateAsync(AnImageTag("app:1", FromRegistry("", "quay.io/app/web:1"))));

        Assert.Equal(["spec.name", "metadata", "status"], rejected.Causes.Select(cause => cause.Field));
    }

    [Fact]
    public async Task Random12_Mapping_ListsTheTagBeforeTheImage()
    {
        var rejected = await AssertRejectedAsync(ApiFailure.Invalid, () => Client.Mappings.CreateAsync(new ImageStreamMapping
        {
            Metadata = new ObjectMeta { Name = "app", Namespace = Namespace },
            Image = new Image { Metadata = new ObjectMeta { Name = Image('a') }, DockerImageReference = $"quay.io/app/UPPER@{Image('a')}" },
        }));

        Assert.Equal(["tag", "image.dockerImageReference"], rejected.Causes.Select(cause => cause.Field));
    }

    [Theory]
    [InlineData("{\"schemaVersion\":2}", null)]
    [InlineData(null, "application/vnd.docker.distribution.manifest.v2+json")]
    public async Task Random13_PushWithoutConfiguration_MakesLayersInvalid(string? manifest, string? mediaType)
    {
        await PushAsync(manifest, mediaType);

        var rejected = await AssertRejectedAsync(ApiFailure.Invalid, () => Client.Streams.GetLayersAsync(Namespace, "app"));

        Assert.Equal($"images[{Image('a')}].config", Assert.Single(rejected.Causes).Field);
        await AssertRejectedAsync(ApiFailure.Invalid, () => Client.StreamImages.GetAsync(Namespace, "app@" + Image('a')));
    }

    [Fact]
    public async Task Random13_PushOfANameOnly_HasLayers()
    {
        await PushAsync(manifest: null, mediaType: null);

        var layers = await Client.Streams.GetLayersAsync(Namespace, "app");

        Assert.Equal("application/vnd.docker.distribution.manifest.v2+json", layers.Blobs[Image('a')].MediaType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Random14_ImportWithAVersionIntoNoStream_NamesTheImport(bool import)
    {
        var request = ARequest("app", (Missing, "1"));
        request = request with
        {
            Metadata = request.Metadata with { ResourceVersion = "7" },
            Spec = request.Spec with { Import = import },
        };

        var missing = await AssertRejectedAsync(ApiFailure.NotFound, () => Client.Imports.CreateAsync(request));

        Assert.Equal("imagestreamimports", missing.Status.Details!.Kind);
    }

    [Fact]
    public async Task Random14_ImageTagThatTheStreamRefuses_NamesTheStream()
    {
        var rejected = await AssertRejectedAsync(
            ApiFailure.Invalid, () => Client.ImageTags.CreateAsync(AnImageTag("app:1", Following("", "nosuch:1"))));

        Assert.Equal(("app", "ImageStream"), (rejected.Status.Details!.Name, rejected.Status.Details.Kind));
    }

    [Fact]
    public async Task Random15_WriteThatMovesOnlyOwners_MakesOneNewVersion()
    {
        var stream = AStream("app");
        stream = await Client.Streams.CreateAsync(stream with { Metadata = stream.Metadata with { Labels = stream.Metadata.Labels.Set("l", "1") } });
        var next = stream with { Status = stream.Status with { DockerImageRepository = "n/m" } };

        var moved = await Client.Streams.UpdateAsync(next);
        var again = await Client.Streams.UpdateAsync(next with { Metadata = moved.Metadata });

        Assert.NotEqual(stream.Metadata.ResourceVersion, moved.Metadata.ResourceVersion);
        Assert.Equal(stream.Status, moved.Status);
        Assert.Equal(moved.Metadata.ResourceVersion, again.Metadata.ResourceVersion);
    }

    [Fact]
    public async Task Random15_UnchangedStream_KeepsItsVersion()
    {
        await CreateAsync(Client, byClient: true);
        var stream = await Client.Streams.GetAsync(Namespace, "app");

        Assert.Equal(stream.Metadata.ResourceVersion, (await Client.Streams.UpdateAsync(stream)).Metadata.ResourceVersion);
        Assert.Equal(
            stream.Metadata.ResourceVersion,
            (await Client.Streams.PatchAsync(Namespace, "app", same => same)).Metadata.ResourceVersion);
    }

    [Theory]
    [InlineData("a%b", "may not contain '%'")]
    [InlineData("a/b", "may not contain '/'")]
    [InlineData("..", "may not be '..'")]
    [InlineData("", "Name parameter required.")]
    public async Task Random16_NameThatNoObjectCanHave_IsABadRequest(string name, string message)
    {
        Func<Task>[] reads =
        [
            () => Client.Streams.GetAsync(Namespace, name),
            () => Client.Streams.DeleteAsync(Namespace, name),
            () => Client.Streams.GetLayersAsync(Namespace, name),
            () => Client.Images.GetAsync(name),
        ];
        foreach (var read in reads)
        {
            var rejected = await AssertRejectedAsync(ApiFailure.BadRequest, read);
            Assert.Contains(message, rejected.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PatchThatReturnsNothing_IsAnArgumentException()
    {
        await CreateAsync(Client, byClient: false);
        Func<Task>[] patches =
        [
            () => Client.Streams.PatchAsync(Namespace, "app", _ => null!),
            () => Client.Tags.PatchAsync(Namespace, "app:1", _ => null!),
            () => Client.ImageTags.PatchAsync(Namespace, "app:1", _ => null!),
        ];
        foreach (var patch in patches)
        {
            var thrown = await Assert.ThrowsAsync<ArgumentException>(patch);
            Assert.Equal("change", thrown.ParamName);
        }
    }

    /// <summary>Makes a stream with one pending tag, as a client or through its tag.</summary>
    private static Task CreateAsync(EmbeddedImageStreamClient client, bool byClient) => byClient
        ? client.Streams.CreateAsync(AStream("app", FromRegistry("1", Missing)))
        : client.Tags.CreateAsync(ATag("app:1", FromRegistry("1", Missing)));

    private static ImageStream ImportAgain(ImageStream stream) => stream with
    {
        Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(stream.Spec.Tags.Find("1")! with { Generation = 0 }) },
    };

    private static TagEventCondition Condition(ImageStream stream) => Assert.Single(stream.Status.Tags.Find("1")!.Conditions);

    private static ImageTag AnImageTag(string name, TagReference specTag) =>
        new() { Metadata = new ObjectMeta { Name = name, Namespace = Namespace }, Spec = specTag };

    private static ImageStreamImport ARequest(string stream, params (string PullSpec, string Tag)[] images) => new()
    {
        Metadata = new ObjectMeta { Name = stream, Namespace = Namespace },
        Spec = new ImageStreamImportSpec
        {
            Import = true,
            Images = images.Select(image => new ImageImportSpec
            {
                From = ObjectReference.DockerImage(image.PullSpec),
                To = new LocalObjectReference { Name = image.Tag },
            }).ToValueList(),
        },
    };

    private Task<ImageStreamImport> ImportAsync(string stream, params (string PullSpec, string Tag)[] images) =>
        Client.Imports.CreateAsync(ARequest(stream, images));

    private async Task PushAsync(string? manifest, string? mediaType)
    {
        await Client.Streams.CreateAsync(AStream("app"));
        await Client.Mappings.CreateAsync(new ImageStreamMapping
        {
            Metadata = new ObjectMeta { Name = "app", Namespace = Namespace },
            Tag = "1",
            Image = new Image
            {
                Metadata = new ObjectMeta { Name = Image('a') },
                DockerImageManifest = manifest,
                DockerImageManifestMediaType = mediaType,
            },
        });
    }
}
