using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Patching;

namespace ImageStreams.Tests.Contracts;

/// <summary>Streams: every verb but watches.</summary>
public abstract partial class ImageStreamClientContract
{
    [ContractFact]
    public async Task Create_New_IsReadAsCreated()
    {
        var created = await Streams.CreateAsync(AStream("app", Following("2", "registry.test/shop/other:1")));

        Assert.Equal(("ImageStream", "image.openshift.io/v1"), (created.Kind, created.ApiVersion));
        Assert.False(string.IsNullOrEmpty(created.Metadata.Uid));
        Assert.Equal(created, await Streams.GetAsync(Ns, "app"));
    }

    [ContractFact]
    public async Task Create_Existing_IsRefusedWithItsName()
    {
        await Streams.CreateAsync(AStream("app"));

        var refused = await AssertRefusedAsync(ApiFailure.AlreadyExists, () => Streams.CreateAsync(AStream("app")));

        Assert.Equal(("imagestreams.image.openshift.io \"app\" already exists", 409), (refused.Message, refused.Status.Code));
    }

    [ContractFact]
    public async Task Create_NotValid_NamesTheField()
    {
        var refused = await AssertRefusedAsync(
            ApiFailure.Invalid, () => Streams.CreateAsync(AStream("app", Following("1", "a b"))));

        Assert.Contains(refused.Causes, cause => cause.Field?.StartsWith("spec.tags", StringComparison.Ordinal) == true);
    }

    [ContractFact]
    public async Task Create_DryRun_KeepsNothing()
    {
        await Streams.CreateAsync(AStream("app"), new WriteOptions { DryRun = true });

        await AssertRefusedAsync(ApiFailure.NotFound, () => Streams.GetAsync(Ns, "app"));
    }

    [ContractTheory]
    [InlineData("nothing", ApiFailure.NotFound)]
    [InlineData("a?b", ApiFailure.NotFound)]
    [InlineData("a b#c", ApiFailure.NotFound)]
    [InlineData("", ApiFailure.BadRequest)]
    [InlineData("..", ApiFailure.BadRequest)]
    [InlineData("a/b", ApiFailure.BadRequest)]
    public async Task Get_NoSuchName_IsRefused(string name, ApiFailure failure) =>
        await AssertRefusedAsync(failure, () => Streams.GetAsync(Ns, name));

    [ContractFact]
    public async Task Get_NullName_IsAnArgumentError() =>
        await Assert.ThrowsAsync<ArgumentNullException>(() => Streams.GetAsync(Ns, null!));

    [ContractFact]
    public async Task Update_OldVersion_IsAConflict()
    {
        var created = await Streams.CreateAsync(AStream("app"));
        await Streams.UpdateAsync(created with { Spec = new ImageStreamSpec { Tags = new[] { Following("1", "registry.test/shop/other:1") }.ToKeyedList() } });

        await AssertRefusedAsync(ApiFailure.Conflict, () => Streams.UpdateAsync(created));
    }

    [ContractFact]
    public async Task UpdateStatus_OfSpec_ChangesNothingOfIt()
    {
        var created = await Streams.CreateAsync(AStream("app", Following("1", "registry.test/shop/other:1")));

        var updated = await Streams.UpdateStatusAsync(created with { Spec = ImageStreamSpec.Default });

        Assert.Equal(created.Spec.Tags, updated.Spec.Tags);
    }

    [ContractFact]
    public async Task Patch_ByFunction_GoesOnAfterAnotherWriter()
    {
        await Streams.CreateAsync(AStream("app"));
        var attempts = 0;

        var patched = await Streams.PatchAsync(Ns, "app", current =>
        {
            if (++attempts == 1)
            {
                Streams.PatchAsync(Ns, "app", ObjectPatch.Merge("""{"metadata":{"labels":{"other":"1"}}}""")).GetAwaiter().GetResult();
            }

            return current with { Metadata = current.Metadata with { Annotations = new Dictionary<string, string> { ["mine"] = "1" }.ToValueMap() } };
        });

        Assert.Equal((2, "1", "1"), (attempts, patched.Metadata.Labels["other"], patched.Metadata.Annotations["mine"]));
    }

    [ContractTheory]
    [InlineData(PatchType.Merge, """{"spec":{"tags":[{"name":"2"}]}}""")]
    [InlineData(PatchType.Json, """[{"op":"add","path":"/spec/tags","value":[{"name":"2"}]}]""")]
    [InlineData(PatchType.StrategicMerge, """{"spec":{"tags":[{"name":"2"},{"$patch":"delete","name":"1"}]}}""")]
    public async Task Patch_OfEachType_ChangesTheTags(PatchType type, string patch)
    {
        await Streams.CreateAsync(AStream("app", Following("1", "registry.test/shop/other:1")));

        var patched = await Streams.PatchAsync(Ns, "app", new ObjectPatch { Type = type, Utf8Json = System.Text.Encoding.UTF8.GetBytes(patch) });

        Assert.Equal(["2"], patched.Object.Spec.Tags.Select(tag => tag.Name));
        Assert.False(patched.Created);
    }

    [ContractFact]
    public async Task Apply_FieldOfAnother_IsAConflictUntilForced()
    {
        const string Other = """{"apiVersion":"image.openshift.io/v1","kind":"ImageStream","metadata":{"name":"app"},"spec":{"lookupPolicy":{"local":true}}}""";
        var mine = Other.Replace("true", "false", StringComparison.Ordinal);
        var created = await Streams.PatchAsync(Ns, "app", ObjectPatch.Apply(Other), new WriteOptions { FieldManager = "other" });

        var refused = await AssertRefusedAsync(
            ApiFailure.Conflict, () => Streams.PatchAsync(Ns, "app", ObjectPatch.Apply(mine), new WriteOptions { FieldManager = "mine" }));
        var forced = await Streams.PatchAsync(Ns, "app", ObjectPatch.Apply(mine), new WriteOptions { FieldManager = "mine", Force = true });

        Assert.True(created.Created);
        Assert.Equal(".spec.lookupPolicy.local", Assert.Single(refused.Causes).Field);
        Assert.False(forced.Object.Spec.LookupPolicy.Local);
    }

    [ContractFact]
    public async Task Delete_Twice_IsNotFound()
    {
        var created = await Streams.CreateAsync(AStream("app"));

        var deleted = Assert.IsType<DeleteResult<ImageStream>.Deleted>(await Streams.DeleteAsync(Ns, "app"));

        Assert.Equal(("app", created.Metadata.Uid), (deleted.Name, deleted.Uid));
        await AssertRefusedAsync(ApiFailure.NotFound, () => Streams.DeleteAsync(Ns, "app"));
    }

    [ContractFact]
    public async Task Delete_WithFinalizer_IsFinalizing()
    {
        var stream = AStream("app");
        await Streams.CreateAsync(stream with { Metadata = stream.Metadata with { Finalizers = ["test/hold"] } });

        var held = Assert.IsType<DeleteResult<ImageStream>.Finalizing>(await Streams.DeleteAsync(Ns, "app"));

        Assert.NotNull(held.Object.Metadata.DeletionTimestamp);
    }

    [ContractFact]
    public async Task Delete_OtherUid_IsAConflict()
    {
        await Streams.CreateAsync(AStream("app"));

        await AssertRefusedAsync(ApiFailure.Conflict, () => Streams.DeleteAsync(Ns, "app", new DeleteOptions { Uid = "another" }));
    }

    [ContractFact]
    public async Task List_ByPages_ShowsAllOnce()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            await Streams.CreateAsync(AStream(name));
        }

        var first = await Streams.ListAsync(Ns, new ListOptions { Limit = 2 });
        var second = await Streams.ListAsync(Ns, new ListOptions { Limit = 2, Continue = first.Metadata.Continue });

        Assert.Equal(["a", "b", "c"], first.Items.Concat(second.Items).Select(stream => stream.Name));
        Assert.Equal((1L, first.Metadata.ResourceVersion), (first.Metadata.RemainingItemCount, second.Metadata.ResourceVersion));
    }

    [ContractTheory]
    [InlineData("app=b", null)]
    [InlineData(null, "metadata.name=b")]
    public async Task List_BySelector_ShowsThoseThatMatch(string? labels, string? fields)
    {
        await Streams.CreateAsync(AStream("a"));
        await Streams.CreateAsync(AStream("b"));

        var list = await Streams.ListAsync(ns: null, new ListOptions { LabelSelector = labels, FieldSelector = fields });

        Assert.Equal("b", Assert.Single(list.Items).Name);
    }

    [ContractFact]
    public async Task List_BadSelector_IsABadRequest() =>
        await AssertRefusedAsync(ApiFailure.BadRequest, () => Streams.ListAsync(Ns, new ListOptions { LabelSelector = "a in" }));

    [ContractFact]
    public async Task Create_StrictWithDuplicate_WarnsOrRefuses()
    {
        var warnings = new List<string>();
        await Streams.CreateAsync(AStream("app"));
        const string Patch = """{"spec":{"nope":1}}""";

        await Streams.PatchAsync(Ns, "app", ObjectPatch.Merge(Patch), new WriteOptions { OnWarning = warnings.Add });
        await AssertRefusedAsync(
            ApiFailure.Invalid,
            () => Streams.PatchAsync(Ns, "app", ObjectPatch.Merge(Patch), new WriteOptions { FieldValidation = FieldValidation.Strict }));

        Assert.Equal("unknown field \"spec.nope\"", Assert.Single(warnings));
    }
}
