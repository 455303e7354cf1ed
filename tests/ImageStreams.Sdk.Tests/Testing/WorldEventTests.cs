using ImageStreams.Clients;
using ImageStreams.References;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Testing;

/// <summary>The world's log tells how a tag got its image.</summary>
public class WorldEventTests
{
    private const string Image = "registry.example.com/python:3.8";

    [Fact]
    public async Task CopiedTag_IsToldAsCopied()
    {
        using var world = await OpenAsync();
        await world.Client.CopyTagAsync(Named("python:3.8"), Named("python:kept"));
        await world.Client.CopyTagAsync(Named("python:3.8"), Named("other:kept"));
        await world.SettleAsync();

        Assert.Equal(
            ["shop/python:kept", "shop/other:kept"],
            world.Log.OfType<WorldEvent.TagCopied>().Select(one => $"{one.Tag}"));
        Assert.All(world.Log.OfType<WorldEvent.TagCopied>(), one => Assert.StartsWith("python@sha256:", one.Source, StringComparison.Ordinal));
        Assert.Contains("tag copied", $"{world.Log}", StringComparison.Ordinal);
        Assert.Empty(world.Log.OfType<WorldEvent.AliasFollowed>());
    }

    [Fact]
    public async Task TagThatFollowsItsStream_IsToldAsAlias()
    {
        using var world = await OpenAsync();
        await world.Client.TrackTagAsync(Named("python:3.8"), Named("python:latest"));
        await world.SettleAsync();

        Assert.Equal("shop/python:latest", $"{Assert.Single(world.Log.OfType<WorldEvent.AliasFollowed>()).Tag}");
        Assert.Empty(world.Log.OfType<WorldEvent.TagCopied>());
    }

    [Fact]
    public async Task TagOfAnotherStream_IsToldAsCopied()
    {
        using var world = await OpenAsync();
        await world.ApplyAsync(ShopWorld.Stream("app", new TagReference { Name = "base", From = ObjectReference.ImageStreamTag("python:3.8") }));

        Assert.Equal("python:3.8", Assert.Single(world.Log.OfType<WorldEvent.TagCopied>()).Source);
        Assert.Empty(world.Log.OfType<WorldEvent.AliasFollowed>());
    }

    [Fact]
    public async Task ReferenceTag_IsNotToldAsImported()
    {
        using var world = await OpenAsync();
        var imported = world.Log.OfType<WorldEvent.Imported>().Count();
        await world.Client.ReferenceImageAsync("quay.io/a/b:1", Named("python:outside"));
        await world.SettleAsync();

        Assert.Equal("quay.io/a/b:1", Assert.Single(world.Log.OfType<WorldEvent.TagReferenced>()).PullSpec);
        Assert.Equal(imported, world.Log.OfType<WorldEvent.Imported>().Count());
    }

    [Theory]
    [InlineData("""{"type":"ImageChange"}""", """{"kind":"ImageStreamTag","name":"python:3.8"}""", """{"kind":"ImageStreamTag","name":"out:latest"}""")]
    [InlineData("""{"type":"ImageChange","imageChange":{}}""", """{"name":"python:3.8"}""", """{"name":"out"}""")]
    [InlineData("""{"type":"ImageChange"}""", """{"name":"python:3.8"}""", """{"kind":"ImageStream","name":"out"}""")]
    public async Task Field04_World_StoresBuildConfigsAsTheServerDoes(string trigger, string from, string to)
    {
        using var world = await OpenAsync();
        await world.ApplyAsync(ShopWorld.Stream("out"));
        await world.ApplyAsync(
            """{"apiVersion":"build.openshift.io/v1","kind":"BuildConfig","metadata":{"name":"b","namespace":"shop"},"spec":{"triggers":[TRIGGER],"strategy":{"type":"Source","sourceStrategy":{"from":FROM}},"output":{"to":TO}}}"""
                .Replace("TRIGGER", trigger, StringComparison.Ordinal)
                .Replace("FROM", from, StringComparison.Ordinal)
                .Replace("TO", to, StringComparison.Ordinal));
        await world.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(SimulatedBuildPhase.Complete, Assert.Single(world.Builds).Phase);
        Assert.Contains(world.Log.OfType<WorldEvent.TagPushed>(), pushed => $"{pushed.Tag}" == "shop/out:latest");
    }

    private static ImageStreamTagName Named(string name) => ImageStreamTagName.Parse($"shop/{name}");

    private static async Task<ImageStreamWorld> OpenAsync()
    {
        var world = new ImageStreamWorld();
        await world.PushAsync(Image, SyntheticImage.Create("python"));
        await world.ApplyAsync(ShopWorld.Stream("python", ShopWorld.Scheduled("3.8", Image)));
        return world;
    }
}
