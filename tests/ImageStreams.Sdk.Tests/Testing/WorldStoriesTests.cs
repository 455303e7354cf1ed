using ImageStreams.Testing;
using ImageStreams.Tests.Documentation;
using ImageStreams.Tests.Graphs;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Testing;

/// <summary>The stories of docs/how-to/simulated-world.md, each with the log that it shows.</summary>
public class WorldStoriesTests
{
    private const string Folder = "tests/ImageStreams.Sdk.Tests/Testing/Stories";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task BaseImageMoves_ItIsBuiltAndRolledOut()
    {
        using var world = await ShopWorld.OpenAsync();
        var before = world.Log.Count;

        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("python 3.8.20"));
        await world.AdvanceAsync(TimeSpan.FromMinutes(15));

        AssertLog("base-image-moves", world.Log.ToString(before));
        Assert.Equal(2, world.Builds.Count);
        Assert.Equal(world.Builds[^1].Image!.ToString(), GetImage(world).Split('@')[1]);
    }

    [Fact]
    public async Task TriggerIsPaused_NothingRollsOut_AndTheLogExplainsWhy()
    {
        using var world = await ShopWorld.OpenAsync();
        var image = GetImage(world);
        await world.ApplyAsync(ShopWorld.WebDeployment(paused: true).WithImages(_ => image));
        var (before, rollouts) = (world.Log.Count, world.Rollouts.Count);

        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("python 3.8.20"));
        await world.AdvanceAsync(TimeSpan.FromMinutes(15));

        AssertLog("trigger-is-paused", world.Log.ToString(before));
        Assert.Equal(rollouts, world.Rollouts.Count);
        Assert.Equal(image, GetImage(world));
        Assert.Single(world.Log.Skip(before).OfType<WorldEvent.Skipped>(), skipped => skipped.Object == ShopWorld.Web);
    }

    [Fact]
    public async Task BaseIsRepointed_AllThatDependsOnItIsBuiltAndRolledOutInOrder()
    {
        using var world = await ShopWorld.OpenAsync();
        await world.ApplyAsync(ShopWorld.Stream("tools"));
        await world.ApplyAsync(ShopWorld.MyappBuild(builtOn: "myapp:latest", output: "tools:latest", name: "tools"));
        await world.ApplyAsync(AWorkload("CronJob", "nightly").In("shop").Runs("tools:unbuilt").TriggeredBy("tools:latest").Build());
        await world.AdvanceAsync(TimeSpan.FromMinutes(5));
        var before = world.Log.Count;

        await world.PushAsync("registry.vendor.example/python:3.8", SyntheticImage.Create("another python"));
        await world.ApplyAsync(ShopWorld.Python("registry.vendor.example/python:3.8"));
        await world.AdvanceAsync(TimeSpan.FromMinutes(15));

        AssertLog("base-is-repointed", world.Log.ToString(before));
        Assert.Equal(["myapp-2", "tools-2"], world.Builds.TakeLast(2).Select(build => build.Name));
        Assert.Equal(3, world.Rollouts[^1].Revision);
    }

    [Fact]
    public async Task BuildsFeedEachOther_TheFuseOpens()
    {
        using var world = new ImageStreamWorld(new WorldOptions { Fuse = new() { MaxFirings = 3, Window = TimeSpan.FromHours(1) } });
        await world.ApplyAsync(ShopWorld.Stream("ring"));
        await world.ApplyAsync(ShopWorld.MyappBuild("ring:a", "ring:b", "b-of-a"));
        await world.ApplyAsync(ShopWorld.MyappBuild("ring:b", "ring:a", "a-of-b"));
        var before = world.Log.Count;

        await world.PushAsync(
            "image-registry.openshift-image-registry.svc:5000/shop/ring:a", SyntheticImage.Create("the first"));
        await world.AdvanceAsync(Day);

        AssertLog("build-loop", world.Log.ToString(before));
        Assert.Equal(6, world.Builds.Count);
        Assert.Single(world.Log.OfType<WorldEvent.FuseOpened>());
    }

    private static string GetImage(ImageStreamWorld world) =>
        world.GetWorkload("Deployment", ShopWorld.Namespace, "web").Containers[0].Image!;

    /// <summary>The log is the one on file, and the one that the documentation shows.</summary>
    private static void AssertLog(string story, string log)
    {
        RenewableFile.AssertEqual($"{Folder}/{story}.golden.txt", log);
        Assert.Contains(log, Repository.Read("docs/how-to/simulated-world.md"), StringComparison.Ordinal);
    }
}
