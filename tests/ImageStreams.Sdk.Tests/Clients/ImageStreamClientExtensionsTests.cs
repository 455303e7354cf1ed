using ImageStreams.Clients;
using ImageStreams.References;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

public sealed class ImageStreamClientExtensionsTests : IDisposable
{
    private readonly EmbeddedEngine _engine = new();

    private EmbeddedImageStreamClient Client => _engine.Client;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task CopyTag_SourceMovesLater_CopyIsUnchanged()
    {
        await _engine.PushAsync("app", "latest", 'a');

        var copy = await Client.CopyTagAsync(Tag("app:latest"), Tag("app:prod"));
        await _engine.PushAsync("app", "latest", 'b');

        Assert.Equal(("ImageStreamImage", $"app@{Image('a')}"), (copy.Tag!.From!.Kind, copy.Tag.From.Name));
        Assert.Equal("a", await _engine.HistoryAsync("app", "prod"));
    }

    [Fact]
    public async Task CopyTag_AcrossStreamsAndNamespaces_NamesTheNamespace()
    {
        await _engine.PushAsync("app", "latest", 'a');

        var copy = await Client.CopyTagAsync(Tag("app:latest"), Tag("web:1", "other"));

        Assert.Equal(Namespace, copy.Tag!.From!.Namespace);
        Assert.Equal(Image('a'), copy.Image.Metadata.Name);
        Assert.Null((await Client.CopyTagAsync(Tag("app:latest"), Tag("web:1"))).Tag!.From!.Namespace);
    }

    [Fact]
    public async Task CopyTag_OfAPullSpec_CopiesThat()
    {
        await Client.ReferenceImageAsync("quay.io/app/web:1", Tag("app:a"));

        var copy = await Client.CopyTagAsync(Tag("app:a"), Tag("app:b"));

        Assert.Equal((true, "quay.io/app/web:1"), (copy.Tag!.Reference, copy.Tag.From!.Name));
    }

    [Fact]
    public async Task CopyTag_PendingSource_IsNotFound()
    {
        await Client.FollowImageAsync("quay.io/app/web:1", Tag("app:a"));

        await AssertRejectedAsync(ApiFailure.NotFound, () => Client.CopyTagAsync(Tag("app:a"), Tag("app:b")));
    }

    [Fact]
    public async Task TrackTag_SourceMoves_TrackerMovesAlong()
    {
        await _engine.PushAsync("app", "latest", 'a');

        await Client.TrackTagAsync(Tag("app:latest"), Tag("app:edge"));
        await _engine.PushAsync("app", "latest", 'b');

        Assert.Equal("ba", await _engine.HistoryAsync("app", "edge"));
    }

    [Theory]
    [InlineData("web:latest", "shop")]
    [InlineData("app:latest", "other")]
    [InlineData("app:edge", "shop")]
    public async Task TrackTag_OtherStreamOrItself_IsRejectedAndExplainsWhy(string source, string ns) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Client.TrackTagAsync(Tag(source, ns), Tag("app:edge")));

    [Fact]
    public async Task AnyOperation_TagWithoutNamespace_IsRejected() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => Client.FollowImageAsync("quay.io/app/web:1", ImageStreamTagName.Parse("app:1")));

    [Fact]
    public async Task ReferenceImage_HasAPullSpecAndNoImage()
    {
        await Client.ReferenceImageAsync("quay.io/app/web:1", Tag("app:a"));

        var newest = (await Client.Streams.GetAsync(Namespace, "app")).Status.Tags.Find("a")!.Items[0];
        Assert.Equal(("quay.io/app/web:1", ""), (newest.DockerImageReference, newest.Image));
        await AssertRejectedAsync(ApiFailure.NotFound, () => Client.Tags.GetAsync(Namespace, "app:a"));
    }

    [Fact]
    public async Task FollowImage_Again_RequestsAnotherImport()
    {
        await Client.FollowImageAsync("quay.io/app/web:1", Tag("app:a"));
        await Client.ImportDueAsync(App);

        await Client.FollowImageAsync("quay.io/app/web:1", Tag("app:a"));

        Assert.NotNull(await Client.ImportDueAsync(App));
    }

    [Fact]
    public async Task Verb_Annotations_AreKept()
    {
        await Client.FollowImageAsync("quay.io/app/web:1", Tag("app:a"));
        var tag = await Client.ImageTags.GetAsync(Namespace, "app:a");
        await Client.ImageTags.UpdateAsync(
            tag with { Spec = tag.Spec! with { Annotations = [KeyValuePair.Create("a", "1")] } });

        var followed = await Client.FollowImageAsync("quay.io/app/web:2", Tag("app:a"));

        Assert.Equal("1", followed.Tag!.Annotations["a"]);
    }

    [Fact]
    public async Task SetScheduled_OnAndOff_KeepsTheSpecTag()
    {
        await Client.FollowImageAsync("quay.io/app/web:1", Tag("app:a"));

        var on = await Client.SetScheduledAsync(Tag("app:a"), true);
        var off = await Client.SetScheduledAsync(Tag("app:a"), false);

        Assert.Equal((true, false), (on.Tag!.ImportPolicy.Scheduled, off.Tag!.ImportPolicy.Scheduled));
        Assert.Equal("quay.io/app/web:1", off.Tag.From!.Name);
    }

    [Fact]
    public async Task SetScheduled_TagThatFollowsNoRegistry_IsInvalid()
    {
        await _engine.PushAsync("app", "latest", 'a');
        await Client.TrackTagAsync(Tag("app:latest"), Tag("app:edge"));

        await AssertRejectedAsync(ApiFailure.Invalid, () => Client.SetScheduledAsync(Tag("app:edge"), true));
        await AssertRejectedAsync(ApiFailure.NotFound, () => Client.SetScheduledAsync(Tag("app:latest"), true));
    }

    [Fact]
    public async Task RollBackTag_OneEvent_RestoresTheFormerImage()
    {
        await _engine.PushAsync("app", "latest", 'a');
        await _engine.PushAsync("app", "latest", 'b');

        var back = await Client.RollBackTagAsync(Tag("app:latest"));

        Assert.Equal(Image('a'), back.Image.Metadata.Name);
        Assert.Equal("aba", await _engine.HistoryAsync("app", "latest"));
    }

    [Fact]
    public async Task RollBackTag_Twice_RestoresTheLatestImage()
    {
        await _engine.PushAsync("app", "latest", 'a');
        await _engine.PushAsync("app", "latest", 'b');

        await Client.RollBackTagAsync(Tag("app:latest"));
        await Client.RollBackTagAsync(Tag("app:latest"));

        Assert.Equal("baba", await _engine.HistoryAsync("app", "latest"));
    }

    [Fact]
    public async Task RollBackTag_FurtherThanTheHistory_IsRejected()
    {
        await _engine.PushAsync("app", "latest", 'a');

        var rejected = await AssertRejectedAsync(ApiFailure.BadRequest, () => Client.RollBackTagAsync(Tag("app:latest")));

        Assert.Contains("app:latest has a history of 1", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CopyTag_ManyAtOnce_AllAreStored()
    {
        await _engine.PushAsync("app", "latest", 'a');

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            Client.CopyTagAsync(Tag("app:latest"), Tag($"app:t{i}")))));

        Assert.Equal(13, (await Client.Streams.GetAsync(Namespace, "app")).Status.Tags.Count);
    }
}
