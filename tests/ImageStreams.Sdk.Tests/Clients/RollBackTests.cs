using ImageStreams.Clients;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

/// <summary>The way back from a rollback.</summary>
public sealed class RollBackTests : IDisposable
{
    private readonly EmbeddedEngine _engine = new();

    private EmbeddedImageStreamClient Client => _engine.Client;

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task UndoRollBack_TagFollowsAgainWhatItFollowed(int rollBacks)
    {
        await _engine.PushAsync("app", "latest", 'a');
        var before = await Client.TrackTagAsync(Tag("app:latest"), Tag("app:edge"));
        await _engine.PushAsync("app", "latest", 'b');
        for (var i = 0; i < rollBacks; i++)
        {
            Assert.Equal("ImageStreamImage", (await Client.RollBackTagAsync(Tag("app:edge"))).Tag!.From!.Kind);
        }

        var after = await Client.UndoRollBackAsync(Tag("app:edge"));

        Assert.Equal(before.Tag!.From, after.Tag!.From);
        Assert.Equal(before.Tag.Annotations.Count, after.Tag.Annotations.Count);
        await _engine.PushAsync("app", "latest", 'c');
        Assert.StartsWith("c", await _engine.HistoryAsync("app", "edge"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UndoRollBack_TagThatWasNotRolledBack_IsRejected()
    {
        await _engine.PushAsync("app", "latest", 'a');
        await _engine.PushAsync("app", "latest", 'b');
        await AssertRejectedAsync(ApiFailure.BadRequest, () => Client.UndoRollBackAsync(Tag("app:latest")));
        await Client.RollBackTagAsync(Tag("app:latest"));
        await Client.TrackTagAsync(Tag("app:other"), Tag("app:latest"));

        await AssertRejectedAsync(ApiFailure.BadRequest, () => Client.UndoRollBackAsync(Tag("app:latest")));
    }

    [Theory]
    [InlineData("copy")]
    [InlineData("reference")]
    [InlineData("track")]
    [InlineData("another client")]
    public async Task UndoRollBack_TagThatWasPointedElsewhereSince_IsRejected(string how)
    {
        var rolledBack = await RollBackAsync();
        await PointElsewhereAsync(how, rolledBack);

        await AssertRejectedAsync(ApiFailure.BadRequest, () => Client.UndoRollBackAsync(Tag("app:edge")));
    }

    [Fact]
    public async Task TagThatWasPointedElsewhere_HasNoWayBack()
    {
        await PointElsewhereAsync("copy", await RollBackAsync());

        var tag = await Client.Tags.GetAsync(Namespace, "app:edge");
        Assert.DoesNotContain(tag.Tag!.Annotations.Keys, static name => name.Contains("rollback", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RollBackOfATagThatAnotherClientPointedElsewhere_LeadsBackThere()
    {
        await PointElsewhereAsync("another client", await RollBackAsync());
        var elsewhere = (await Client.Tags.GetAsync(Namespace, "app:edge")).Tag!.From;
        await Client.RollBackTagAsync(Tag("app:edge"));

        Assert.Equal(elsewhere, (await Client.UndoRollBackAsync(Tag("app:edge"))).Tag!.From);
    }

    private async Task<ImageStreamTag> RollBackAsync()
    {
        await _engine.PushAsync("other", "latest", 'd');
        await _engine.PushAsync("app", "latest", 'a');
        await Client.TrackTagAsync(Tag("app:latest"), Tag("app:edge"));
        await _engine.PushAsync("app", "latest", 'b');
        return await Client.RollBackTagAsync(Tag("app:edge"));
    }

    private Task<ImageStreamTag> PointElsewhereAsync(string how, ImageStreamTag tag) => how switch
    {
        "copy" => Client.CopyTagAsync(Tag("other:latest"), Tag("app:edge")),
        "reference" => Client.ReferenceImageAsync("quay.io/org/app:1", Tag("app:edge")),
        "track" => Client.TrackTagAsync(Tag("app:latest"), Tag("app:edge")),
        _ => Client.Tags.UpdateAsync(
            tag with { Tag = tag.Tag! with { From = ObjectReference.ImageStreamImage($"other@{Image('d')}") } }),
    };
}
