using ImageStreams.Clients;
using ImageStreams.Patching;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

/// <summary>Patches of images, and the owners of their fields.</summary>
public sealed class EmbeddedImagePatchesTests : IDisposable
{
    private readonly EmbeddedEngine _engine = new();

    private IImagesResource Images => _engine.Client.Images;

    public void Dispose() => _engine.Dispose();

    private static string Name => Builders.StreamBuilder.Image('1');

    private static string PullSpec => Builders.StreamBuilder.PullSpec('1');

    [Theory]
    [InlineData(PatchType.Json, """[{"op":"add","path":"/metadata/labels","value":{"a":"1"}}]""")]
    [InlineData(PatchType.Merge, """{"metadata":{"labels":{"a":"1"}}}""")]
    [InlineData(PatchType.StrategicMerge, """{"metadata":{"labels":{"a":"1"}}}""")]
    public async Task Patch_Pushed_ChangesItAndMakesNoOwners(PatchType type, string patch)
    {
        await _engine.PushAsync("app", "1", '1');

        var result = await Images.PatchAsync(Name, ObjectPatch.Json(patch) with { Type = type }, By("alice"));

        Assert.False(result.Created);
        Assert.Equal("1", result.Object.Metadata.Labels["a"]);
        Assert.Empty(result.Object.Metadata.ManagedFields);
        Assert.Equal(result.Object, await Images.GetAsync(Name));
    }

    [Fact]
    public async Task Patch_ThatChangesNothing_MakesNoVersion()
    {
        var created = await Images.CreateAsync(AnImage(), By("alice"));

        var result = await Images.PatchAsync(Name, ObjectPatch.Merge("""{"metadata":{"labels":{"x":null}}}"""), By("bob"));

        Assert.Equal(created, result.Object);
    }

    [Fact]
    public async Task Patch_WhatIsRead_StaysAsItWas()
    {
        var created = await Images.CreateAsync(AnImage(), By("alice"));

        var result = await Images.PatchAsync(
            Name, ObjectPatch.Merge("""{"dockerImageMetadata":{"Size":7},"dockerImageManifest":"x"}"""), By("bob"));

        Assert.Equal(created.DockerImageMetadata, result.Object.DockerImageMetadata);
        Assert.Equal(created.DockerImageManifest, result.Object.DockerImageManifest);
    }

    [Fact]
    public async Task Apply_Missing_CreatesWithAnOwner()
    {
        var result = await ApplyAsync("alice", "1");

        Assert.True(result.Created);
        var owner = Assert.Single((await Images.GetAsync(Name)).Metadata.ManagedFields);
        Assert.Equal("""alice Apply {"f:dockerImageReference":{},"f:metadata":{"f:labels":{"f:a":{}}}}""", $"{owner.Manager} {owner.Operation} {owner.FieldsV1}");
    }

    [Fact]
    public async Task Apply_AfterAPatchOfAnother_Conflicts()
    {
        await ApplyAsync("alice", "1");
        await Images.PatchAsync(Name, ObjectPatch.Merge("""{"metadata":{"labels":{"a":"2"}}}"""), By("bob"));

        var refused = await AssertRejectedAsync(ApiFailure.Conflict, () => ApplyAsync("alice", "1"));

        Assert.Equal(
            "Apply failed with 1 conflict: conflict with \"bob\" using image.openshift.io/v1: .metadata.labels.a",
            refused.Status.Message);
    }

    [Fact]
    public async Task Update_ByAnotherManager_OwnsWhatItChanges()
    {
        var created = await Images.CreateAsync(AnImage(), By("alice"));
        var labels = created.Metadata.Labels.Set("b", "2");

        var updated = await Images.UpdateAsync(created with { Metadata = created.Metadata with { Labels = labels } }, By("bob"));

        Assert.Equal(["alice", "bob"], updated.Metadata.ManagedFields.Select(entry => entry.Manager));
        Assert.Equal("""{"f:metadata":{"f:labels":{"f:b":{}}}}""", updated.Metadata.ManagedFields[1].FieldsV1.ToString());
    }

    [Theory]
    [InlineData("a\u0007b", "(at position 1)")]
    [InlineData("é\u0007", "(at position 2)")]
    [InlineData("a\u00a0", "U+00A0")]
    public async Task Write_WithAnUnprintableManager_IsRefused(string manager, string reason)
    {
        var refused = await AssertRejectedAsync(ApiFailure.Invalid, () => Images.CreateAsync(AnImage(), By(manager)));
        await AssertRejectedAsync(ApiFailure.Invalid, () => _engine.Client.Streams.CreateAsync(AStream("app"), By(manager)));

        Assert.StartsWith("CreateOptions.meta.k8s.io \"\" is invalid: fieldManager: ", refused.Status.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Status.Message, StringComparison.Ordinal);
    }

    private Task<PatchResult<Image>> ApplyAsync(string manager, string value) => Images.PatchAsync(
        Name,
        ObjectPatch.Apply($$$"""
            {"apiVersion":"image.openshift.io/v1","kind":"Image","metadata":{"name":"{{{Name}}}","labels":{"a":"{{{value}}}"} },
             "dockerImageReference":"{{{PullSpec}}}"}
            """),
        By(manager));

    private static WriteOptions By(string manager) => new() { FieldManager = manager };

    private static Image AnImage() => new()
    {
        Metadata = new ObjectMeta { Name = Name, Labels = [KeyValuePair.Create("a", "1")] },
        DockerImageReference = PullSpec,
    };
}
