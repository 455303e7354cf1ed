using ImageStreams.Clients;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

public sealed class EmbeddedStreamsTests : IDisposable
{
    private readonly EmbeddedEngine _engine = new();

    private IImageStreamsResource Streams => _engine.Client.Streams;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Create_New_GetsTheFieldsThatAServerSets()
    {
        var created = await Streams.CreateAsync(AStream("app") with
        {
            Metadata = new ObjectMeta { Name = "app", Namespace = Namespace, Generation = 9, Uid = "mine" },
            Status = new ImageStreamStatus { DockerImageRepository = "x/y" },
        });

        Assert.Equal(("ImageStream", "image.openshift.io/v1"), (created.Kind, created.ApiVersion));
        Assert.Equal((1, "00000000-0000-0000-0000-000000000001"), (created.Metadata.Generation, created.Metadata.Uid));
        Assert.Equal(Now, created.Metadata.CreationTimestamp);
        Assert.Equal("image-registry.openshift-image-registry.svc:5000/shop/app", created.Status.DockerImageRepository);
        Assert.Equal(created, await Streams.GetAsync(Namespace, "app"));
    }

    [Fact]
    public async Task Create_GenerateName_CompletesIt()
    {
        var created = await Streams.CreateAsync(AStream("") with
        {
            Metadata = new ObjectMeta { GenerateName = "app", Namespace = Namespace },
        });

        Assert.Equal("app00001", created.Metadata.Name);
    }

    [Fact]
    public async Task Create_GeneratedNameTaken_TriesTheNext()
    {
        await Streams.CreateAsync(AStream("app00001"));

        var created = await Streams.CreateAsync(AStream("") with
        {
            Metadata = new ObjectMeta { GenerateName = "app", Namespace = Namespace },
        });

        Assert.Equal("app00002", created.Metadata.Name);
    }

    [Fact]
    public async Task Create_Existing_IsRejectedAsTheServerDoes()
    {
        await Streams.CreateAsync(AStream("app"));

        var rejected = await AssertRejectedAsync(ApiFailure.AlreadyExists, () => Streams.CreateAsync(AStream("app")));

        Assert.Equal(
            new KubernetesStatus
            {
                Kind = "Status",
                ApiVersion = "v1",
                Status = "Failure",
                Message = "imagestreams.image.openshift.io \"app\" already exists",
                Reason = "AlreadyExists",
                Details = new StatusDetails { Name = "app", Group = "image.openshift.io", Kind = "imagestreams" },
                Code = 409,
            },
            rejected.Status);
    }

    [Fact]
    public async Task Create_Invalid_NamesEveryCause()
    {
        var rejected = await AssertRejectedAsync(
            ApiFailure.Invalid,
            () => Streams.CreateAsync(AStream("Bad", FromRegistry("1", "Quay.io/a b"))));

        Assert.Equal((422, "ImageStream"), (rejected.Status.Code, rejected.Status.Details!.Kind));
        Assert.Equal(
            [("FieldValueInvalid", "metadata.name"), ("FieldValueInvalid", "spec.tags[1].from.name")],
            rejected.Causes.Select(cause => (cause.Reason!, cause.Field!)));
        Assert.StartsWith("ImageStream.image.openshift.io \"Bad\" is invalid: [metadata.name: ", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_FollowsMissingStream_IsOneInternalError()
    {
        var rejected = await AssertRejectedAsync(
            ApiFailure.Invalid, () => Streams.CreateAsync(AStream("app", Following("1", "missing:1"))));

        var cause = Assert.Single(rejected.Causes);
        Assert.Equal(("InternalError", "[]"), (cause.Reason, cause.Field));
        Assert.Contains("spec.tags[1].from.name", cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_DryRun_KeepsNothing()
    {
        var created = await Streams.CreateAsync(AStream("app"), new WriteOptions { DryRun = true });

        Assert.Null(created.Metadata.ResourceVersion);
        await AssertRejectedAsync(ApiFailure.NotFound, () => Streams.GetAsync(Namespace, "app"));
    }

    [Fact]
    public async Task Create_DryRunOfExistingStream_IsRejected()
    {
        await Streams.CreateAsync(AStream("app"));

        await AssertRejectedAsync(
            ApiFailure.AlreadyExists, () => Streams.CreateAsync(AStream("app"), new WriteOptions { DryRun = true }));
    }

    [Fact]
    public async Task Create_WithVersion_IsRejectedWith500()
    {
        var stream = AStream("app");
        stream = stream with { Metadata = stream.Metadata with { ResourceVersion = "5" } };

        var rejected = await AssertRejectedAsync(ApiFailure.InternalError, () => Streams.CreateAsync(stream));

        Assert.Equal((500, (string?)null), (rejected.Status.Code, rejected.Status.Reason));
    }

    [Theory]
    [InlineData(null, ApiFailure.Invalid, 422)]
    [InlineData("0", ApiFailure.Invalid, 422)]
    [InlineData("abc", ApiFailure.InternalError, 500)]
    [InlineData("999999", ApiFailure.Conflict, 409)]
    public async Task Update_OtherVersion_IsRejected(string? version, ApiFailure failure, int code)
    {
        var stream = await Streams.CreateAsync(AStream("app"));
        stream = stream with { Metadata = stream.Metadata with { ResourceVersion = version } };

        var rejected = await AssertRejectedAsync(failure, () => Streams.UpdateAsync(stream));

        Assert.Equal(code, rejected.Status.Code);
    }

    [Fact]
    public async Task Update_OtherUid_IsAConflict()
    {
        var stream = await Streams.CreateAsync(AStream("app"));
        stream = stream with { Metadata = stream.Metadata with { Uid = "another" } };

        await AssertRejectedAsync(ApiFailure.Conflict, () => Streams.UpdateAsync(stream));
    }

    [Fact]
    public async Task Update_NothingChanged_KeepsTheVersion()
    {
        var stream = await Streams.CreateAsync(AStream("app", FromRegistry("1", "quay.io/app/web:1")));

        Assert.Equal(stream, await Streams.UpdateAsync(stream));
    }

    [Fact]
    public async Task Update_Spec_KeepsTheStatus()
    {
        var stream = await _engine.PushAsync("app", "latest", 'a');

        var updated = await Streams.UpdateAsync(stream with
        {
            Spec = stream.Spec with { LookupPolicy = new ImageLookupPolicy { Local = true } },
            Status = ImageStreamStatus.Default,
        });

        Assert.Equal((2, stream.Status), (updated.Metadata.Generation, updated.Status));
    }

    [Fact]
    public async Task UpdateStatus_DropsATag_KeepsTheSpec()
    {
        var stream = await _engine.PushAsync("app", "latest", 'a');

        var updated = await Streams.UpdateStatusAsync(stream with
        {
            Status = stream.Status with { Tags = stream.Status.Tags.Remove("latest") },
        });

        Assert.Empty(updated.Status.Tags);
    }

    [Fact]
    public async Task Patch_ConcurrentWrite_Retries()
    {
        await Streams.CreateAsync(AStream("app"));
        var tries = 0;

        var patched = await Streams.PatchAsync(Namespace, "app", current =>
        {
            if (tries++ == 0)
            {
                Streams.UpdateAsync(Labeled(current, "other")).GetAwaiter().GetResult();
            }

            return Labeled(current, "mine");
        });

        Assert.Equal((2, "mine,other"), (tries, string.Join(',', patched.Metadata.Labels.Keys)));
    }

    [Fact]
    public async Task Patch_OfAnOldVersion_IsAConflictAtOnce()
    {
        await Streams.CreateAsync(AStream("app"));
        var tries = 0;

        await AssertRejectedAsync(ApiFailure.Conflict, () => Streams.PatchAsync(Namespace, "app", current =>
        {
            tries++;
            return current with { Metadata = current.Metadata with { ResourceVersion = "1000" } };
        }));

        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task Delete_Missing_IsNotFound()
    {
        var rejected = await AssertRejectedAsync(ApiFailure.NotFound, () => Streams.DeleteAsync(Namespace, "app"));

        Assert.Equal("imagestreams.image.openshift.io \"app\" not found", rejected.Message);
    }

    [Theory]
    [InlineData("another", null)]
    [InlineData(null, "1000")]
    public async Task Delete_PreconditionNotMet_IsAConflict(string? uid, string? version)
    {
        await Streams.CreateAsync(AStream("app"));
        var options = new DeleteOptions { Uid = uid, ResourceVersion = version };

        var rejected = await AssertRejectedAsync(ApiFailure.Conflict, () => Streams.DeleteAsync(Namespace, "app", options));

        Assert.Equal("ImageStream", rejected.Status.Details!.Kind);
    }

    [Fact]
    public async Task Delete_DryRun_KeepsTheStream()
    {
        var stream = await Streams.CreateAsync(AStream("app"));

        var outcome = await Streams.DeleteAsync(Namespace, "app", new DeleteOptions { DryRun = true });

        Assert.Equal(stream, Assert.IsType<DeleteResult<ImageStream>.Deleted>(outcome).Object);
        Assert.Equal(stream, await Streams.GetAsync(Namespace, "app"));
    }

    [Fact]
    public async Task Delete_Finalizer_HoldsTheStreamUntilItIsGone()
    {
        var stream = AStream("app");
        await Streams.CreateAsync(stream with { Metadata = stream.Metadata with { Finalizers = ["example.com/hold"] } });

        var marked = Assert.IsType<DeleteResult<ImageStream>.Finalizing>(await Streams.DeleteAsync(Namespace, "app")).Object;
        Assert.Equal((2, (Timestamp?)Now), (marked.Metadata.Generation, marked.Metadata.DeletionTimestamp));
        Assert.Equal(marked, Assert.IsType<DeleteResult<ImageStream>.Finalizing>(await Streams.DeleteAsync(Namespace, "app")).Object);

        await Streams.UpdateAsync(marked with { Metadata = marked.Metadata with { Finalizers = [] } });
        await AssertRejectedAsync(ApiFailure.NotFound, () => Streams.GetAsync(Namespace, "app"));
    }

    [Fact]
    public async Task List_Pages_ShowAllOnce()
    {
        foreach (var name in "edcba")
        {
            await Streams.CreateAsync(AStream(name.ToString()));
        }

        var first = await Streams.ListAsync(Namespace, new ListOptions { Limit = 3 });
        var rest = await Streams.ListAsync(Namespace, new ListOptions { Limit = 3, Continue = first.Metadata.Continue });

        Assert.Equal("abcde", string.Concat(first.Items.Concat(rest.Items).Select(item => item.Metadata.Name)));
        Assert.Equal((2L, null), (first.Metadata.RemainingItemCount, rest.Metadata.Continue));
        Assert.All(first.Items, item => Assert.Null(item.Kind));
    }

    [Fact]
    public async Task List_PagesOfASelection_AreFull()
    {
        for (var i = 0; i < 9; i++)
        {
            var stream = AStream($"s{i}");
            await Streams.CreateAsync(i % 3 == 0 ? Labeled(stream, "x") : stream);
        }

        var options = new ListOptions { Limit = 2, LabelSelector = "x" };
        var first = await Streams.ListAsync(null, options);
        var rest = await Streams.ListAsync(null, options with { Continue = first.Metadata.Continue });

        Assert.Equal(["s0", "s3", "s6"], first.Items.Concat(rest.Items).Select(item => item.Metadata.Name));
        Assert.Equal((2, null), (first.Items.Count, first.Metadata.RemainingItemCount));
    }

    [Fact]
    public async Task List_BadToken_IsABadRequest() =>
        await AssertRejectedAsync(
            ApiFailure.BadRequest, () => Streams.ListAsync(Namespace, new ListOptions { Limit = 1, Continue = "garbage" }));

    private static ImageStream Labeled(ImageStream stream, string label) => stream with
    {
        Metadata = stream.Metadata with { Labels = stream.Metadata.Labels.Set(label, "1") },
    };
}
