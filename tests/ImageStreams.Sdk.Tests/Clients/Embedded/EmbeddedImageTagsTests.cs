using ImageStreams.Clients;
using ImageStreams.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

public sealed class EmbeddedImageTagsTests : IDisposable
{
    private readonly EmbeddedEngine _engine = new();

    private IImageTagsResource Tags => _engine.Client.ImageTags;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Create_Pending_ShowsTheSpecTagOnly()
    {
        var created = await Tags.CreateAsync(AnImageTag("app:1", FromRegistry("1", "quay.io/app/web:1")));

        Assert.Equal((1L, (long?)1), (created.Metadata.Generation, created.Spec!.Generation));
        Assert.Null(created.Status);
        Assert.Null(created.Image);
        Assert.Equal(created, await Tags.GetAsync(Namespace, "app:1"));
    }

    [Fact]
    public async Task Get_FailedImport_ShowsTheCondition()
    {
        await Tags.CreateAsync(AnImageTag("app:1", FromRegistry("1", "quay.io/app/web:none")));
        await _engine.Client.ImportDueAsync(App);

        var tag = await Tags.GetAsync(Namespace, "app:1");

        Assert.Equal("NotFound", Assert.Single(tag.Status!.Conditions).Reason);
        Assert.Equal((2, (long?)2), (tag.Metadata.Generation, tag.Spec!.Generation));
        Assert.Null(tag.Image);
    }

    [Fact]
    public async Task Get_Imported_CarriesTheImage()
    {
        var image = SyntheticImage.Create("first");
        _engine.Registry.Push("app/web:1", image);
        await Tags.CreateAsync(AnImageTag("app:1", FromRegistry("1", "quay.io/app/web:1")));
        await _engine.Client.ImportDueAsync(App);

        var tag = await Tags.GetAsync(Namespace, "app:1");

        Assert.Equal(image.Digest.ToString(), tag.Image!.Metadata.Name);
        Assert.Null(Assert.Single((await Tags.ListAsync(Namespace)).Items).Image);
    }

    [Fact]
    public async Task Create_Existing_IsRejected()
    {
        await Tags.CreateAsync(AnImageTag("app:1", FromRegistry("1", "quay.io/app/web:1")));

        await AssertRejectedAsync(
            ApiFailure.AlreadyExists, () => Tags.CreateAsync(AnImageTag("app:1", FromRegistry("1", "quay.io/app/web:2"))));
    }

    [Fact]
    public async Task Create_WithoutSpec_IsInvalid()
    {
        var rejected = await AssertRejectedAsync(ApiFailure.Invalid, () => Tags.CreateAsync(AnImageTag("app:1", null)));

        Assert.Equal(("FieldValueRequired", "spec"), (rejected.Causes[0].Reason, rejected.Causes[0].Field));
    }

    [Fact]
    public async Task Update_Spec_IsANewGeneration()
    {
        var tag = await Tags.CreateAsync(AnImageTag("app:1", FromRegistry("1", "quay.io/app/web:1")));

        var updated = await Tags.UpdateAsync(tag with { Spec = FromRegistry("1", "quay.io/app/web:2") });

        Assert.Equal(("quay.io/app/web:2", (long?)2), (updated.Spec!.From!.Name, updated.Spec.Generation));
    }

    [Fact]
    public async Task Update_OldVersion_IsAConflict()
    {
        var tag = await Tags.CreateAsync(AnImageTag("app:1", FromRegistry("1", "quay.io/app/web:1")));
        await _engine.PushAsync("app", "2", 'a');

        await AssertRejectedAsync(
            ApiFailure.Conflict, () => Tags.UpdateAsync(tag with { Spec = FromRegistry("1", "quay.io/app/web:2") }));
    }

    [Theory]
    [InlineData("none:1", ApiFailure.NotFound)]
    [InlineData("app:9", ApiFailure.NotFound)]
    [InlineData("app", ApiFailure.BadRequest)]
    public async Task Get_Missing_IsRejected(string name, ApiFailure failure)
    {
        await _engine.PushAsync("app", "1", 'a');

        await AssertRejectedAsync(failure, () => Tags.GetAsync(Namespace, name));
    }

    [Fact]
    public async Task Delete_Tag_RemovesIt()
    {
        await _engine.PushAsync("app", "1", 'a');

        await Tags.DeleteAsync(Namespace, "app:1");

        await AssertRejectedAsync(ApiFailure.NotFound, () => Tags.DeleteAsync(Namespace, "app:1"));
    }

    private static ImageTag AnImageTag(string name, TagReference? spec) =>
        new() { Metadata = new ObjectMeta { Name = name, Namespace = Namespace }, Spec = spec };
}
