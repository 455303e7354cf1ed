using ImageStreams.Clients;
using ImageStreams.Patching;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

/// <summary>Patches of <c>imagestreamtags</c> and <c>imagetags</c>.</summary>
public sealed class EmbeddedTagPatchesTests : IDisposable
{
    private readonly EmbeddedEngine _engine = new(options => options.AcceptImageTagUpdates = true);

    private IImageStreamClient Client => _engine.Client;

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(PatchType.Json, """[{"op":"replace","path":"/spec/from/name","value":"quay.io/app/web:2"}]""")]
    [InlineData(PatchType.Merge, """{"spec":{"from":{"name":"quay.io/app/web:2"}}}""")]
    [InlineData(PatchType.StrategicMerge, """{"spec":{"from":{"name":"quay.io/app/web:2"}}}""")]
    public async Task ImageTag_OfAStream_IsPatched(PatchType type, string patch)
    {
        await Client.Streams.CreateAsync(AStream("app", FromRegistry("1", "quay.io/app/web:1")));

        var result = await Client.ImageTags.PatchAsync(Namespace, "app:1", ObjectPatch.Json(patch) with { Type = type });

        Assert.False(result.Created);
        Assert.Equal("quay.io/app/web:2", result.Object.Spec!.From!.Name);
        Assert.Equal("quay.io/app/web:2", (await FindAsync("1"))!.From!.Name);
    }

    [Fact]
    public async Task ImageTag_WithoutSpec_IsRemoved()
    {
        await Client.Streams.CreateAsync(AStream("app", FromRegistry("1", "quay.io/app/web:1"), FromRegistry("2", "quay.io/app/web:2")));

        await Client.ImageTags.PatchAsync(Namespace, "app:1", ObjectPatch.Merge("""{"spec":null}"""));

        Assert.Null(await FindAsync("1"));
        Assert.NotNull(await FindAsync("2"));
    }

    [Fact]
    public async Task ImageTag_Applied_IsCreatedInTheStream()
    {
        await Client.Streams.CreateAsync(AStream("app", FromRegistry("1", "quay.io/app/web:1")));
        var before = (await Client.Streams.GetAsync(Namespace, "app")).Metadata.ManagedFields;

        var result = await Client.ImageTags.PatchAsync(
            Namespace,
            "app:2",
            ObjectPatch.Apply("""
                {"apiVersion":"image.openshift.io/v1","kind":"ImageTag","metadata":{"name":"app:2"},
                 "spec":{"name":"2","from":{"kind":"DockerImage","name":"quay.io/app/web:2"}}}
                """),
            new WriteOptions { FieldManager = "alice" });

        Assert.True(result.Created);
        Assert.Equal("quay.io/app/web:2", (await FindAsync("2"))!.From!.Name);
        Assert.Equal(before, (await Client.Streams.GetAsync(Namespace, "app")).Metadata.ManagedFields);
    }

    [Fact]
    public async Task ImageTag_DryRun_StoresNothing()
    {
        await Client.Streams.CreateAsync(AStream("app", FromRegistry("1", "quay.io/app/web:1")));

        var result = await Client.ImageTags.PatchAsync(
            Namespace,
            "app:1",
            ObjectPatch.Merge("""{"spec":{"from":{"name":"quay.io/app/web:2"}}}"""),
            new WriteOptions { DryRun = true });

        Assert.Equal("quay.io/app/web:2", result.Object.Spec!.From!.Name);
        Assert.Equal("quay.io/app/web:1", (await FindAsync("1"))!.From!.Name);
    }

    [Fact]
    public async Task ImageTag_RenamedByThePatch_IsRefused()
    {
        await Client.Streams.CreateAsync(AStream("app", FromRegistry("1", "quay.io/app/web:1")));

        await AssertRejectedAsync(
            ApiFailure.BadRequest,
            () => Client.ImageTags.PatchAsync(Namespace, "app:1", ObjectPatch.Merge("""{"metadata":{"name":"app:2"}}""")));
    }

    [Fact]
    public async Task StreamTag_Annotations_ArePatchedInTheSpecTag()
    {
        await Client.Streams.CreateAsync(AStream("app", FromRegistry("1", "quay.io/app/web:1")));

        await Client.Tags.PatchAsync(Namespace, "app:1", ObjectPatch.Merge("""{"metadata":{"annotations":{"a":"1"}}}"""));

        Assert.Equal("1", (await FindAsync("1"))!.Annotations["a"]);
    }

    private async Task<TagReference?> FindAsync(string tag) =>
        (await Client.Streams.GetAsync(Namespace, "app")).Spec.Tags.Find(tag);
}
