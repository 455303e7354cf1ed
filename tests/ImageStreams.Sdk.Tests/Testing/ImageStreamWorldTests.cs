using ImageStreams.Testing;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Testing;

public class ImageStreamWorldTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task AdvanceAsync_NothingMoved_LogsNothing()
    {
        using var world = await ShopWorld.OpenAsync();
        var before = world.Log.Count;

        await world.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal("", world.Log.ToString(before));
        Assert.Equal(WorldOptions.DefaultStart + TimeSpan.FromDays(1) + TimeSpan.FromMinutes(5), world.TimeProvider.GetUtcNow());
        Assert.Equal(96, world.Registry.Requests.Count(request => request.Method == "HEAD") - 1);
    }

    [Fact]
    public async Task AdvanceAsync_InOneStepOrMany_LogsTheSame()
    {
        var logs = new List<string>();
        foreach (var step in new[] { TimeSpan.FromSeconds(37), TimeSpan.FromMinutes(7), TimeSpan.FromHours(1) })
        {
            using var world = await ShopWorld.OpenAsync();
            await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("next"));
            for (var end = world.TimeProvider.GetUtcNow() + TimeSpan.FromHours(1); world.TimeProvider.GetUtcNow() < end;)
            {
                await world.AdvanceAsync(step);
            }

            logs.Add(world.Log.ToString());
        }

        Assert.Single(logs.Distinct());
    }

    [Fact]
    public async Task AdvanceAsync_Backwards_IsRefused()
    {
        using var world = new ImageStreamWorld();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => world.AdvanceAsync(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task AdvanceAsync_Canceled_StopsBetweenTwoMoments()
    {
        using var world = await ShopWorld.OpenAsync();
        using var canceled = new CancellationTokenSource();
        using var timer = world.TimeProvider.CreateTimer(_ => canceled.Cancel(), null, TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan);
        var start = world.TimeProvider.GetUtcNow();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.AdvanceAsync(TimeSpan.FromDays(1), canceled.Token));

        Assert.Equal(TimeSpan.FromHours(2), world.TimeProvider.GetUtcNow() - start);
    }

    [Fact]
    public async Task Time_Timers_RunAtTheirTimeInTheirOrder()
    {
        using var world = new ImageStreamWorld();
        List<string> ran = [];
        using var second = world.TimeProvider.CreateTimer(_ => Note("second"), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        using var first = world.TimeProvider.CreateTimer(_ => Note("first"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        using var stopped = world.TimeProvider.CreateTimer(_ => Note("stopped"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        await world.AdvanceAsync(TimeSpan.FromSeconds(4));

        Assert.Equal(["first at 1", "second at 2", "first at 3"], ran);

        void Note(string what) => ran.Add($"{what} at {(world.TimeProvider.GetUtcNow() - WorldOptions.DefaultStart).TotalSeconds}");
    }

    [Fact]
    public async Task ApplyAsync_StreamThatExists_ChangesItsSpecTags()
    {
        using var world = await ShopWorld.OpenAsync();

        await world.ApplyAsync(ShopWorld.Stream("python", ShopWorld.Scheduled("3.9", "registry.example.com/python:3.9")));

        var stream = await world.Client.Streams.GetAsync("shop", "python");
        Assert.Equal("3.9", Assert.Single(stream.Spec.Tags).Name);
    }

    [Fact]
    public async Task ApplyAsync_ManuallyEditedImage_IsRestored()
    {
        using var world = await ShopWorld.OpenAsync();
        var image = world.GetWorkload("Deployment", "shop", "web").Containers[0].Image;

        await world.ApplyAsync(ShopWorld.WebDeployment().WithImages(_ => "myapp:by-hand"));

        Assert.Equal(image, world.GetWorkload("Deployment", "shop", "web").Containers[0].Image);
        Assert.Equal(
            ["created", "rolled out", "image patched", "rolled out", "changed", "rolled out", "image patched", "rolled out"],
            world.Log.Where(happened => happened.Subject == "Deployment shop/web" && happened.Kind != "skipped").Select(one => one.Kind));
    }

    [Theory]
    [InlineData("Pod")]
    [InlineData("Job")]
    [InlineData("ReplicaSet")]
    public async Task ApplyAsync_UnwatchedKind_IsUnchanged(string kind)
    {
        using var world = await ShopWorld.OpenAsync();

        await world.ApplyAsync(AWorkload(kind, "once").In("shop").Runs("before").TriggeredBy("myapp:latest").Build());

        Assert.Equal("before", world.GetWorkload(kind, "shop", "once").Containers[0].Image);
    }

    [Fact]
    public async Task ApplyAsync_PausedDeployment_GetsTheImageButIsNotRolledOut()
    {
        using var world = await ShopWorld.OpenAsync();

        await world.ApplyAsync(AWorkload(name: "held").In("shop").Runs("before").TriggeredBy("myapp:latest").Paused().Build());

        Assert.Contains("@sha256:", world.GetWorkload("Deployment", "shop", "held").Containers[0].Image, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Rollouts, rollout => rollout.Object.Name == "held");
    }

    [Fact]
    public async Task Delete_Object_CannotBeChangedAfterwards()
    {
        using var world = await ShopWorld.OpenAsync();

        Assert.True(world.Delete(ShopWorld.Web));
        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("next"));
        await world.AdvanceAsync(Quarter + Quarter);

        Assert.False(world.Delete(ShopWorld.Web));
        Assert.Throws<InvalidOperationException>(() => world.GetWorkload("Deployment", "shop", "web"));
        Assert.Equal(2, world.Rollouts.Count);
    }

    [Theory]
    [InlineData(null, new[] { "myapp-2", "myapp-3", "myapp-4" }, 3)]
    [InlineData("SerialLatestOnly", new[] { "myapp-2", "myapp-4" }, 2)]
    [InlineData("Parallel", new[] { "myapp-2", "myapp-3", "myapp-4" }, 1)]
    public async Task StartBuildAsync_ThreeTimes_FollowsTheRunPolicy(string? policy, string[] done, int buildTimes)
    {
        using var world = await ShopWorld.OpenAsync();
        var build = ShopWorld.MyappBuild();
        await world.ApplyAsync(build with { Spec = build.Spec with { RunPolicy = policy } });
        var start = world.TimeProvider.GetUtcNow();

        for (var i = 0; i < 3; i++)
        {
            await world.StartBuildAsync("shop", "myapp");
        }

        await world.AdvanceAsync(TimeSpan.FromHours(1));

        var finished = world.Builds.Skip(1).Where(one => one.Phase == SimulatedBuildPhase.Complete).ToList();
        Assert.Equal(done, finished.Select(one => one.Name));
        Assert.Equal(WorldOptions.DefaultBuildTime * buildTimes, finished[^1].Finished - start);
    }

    [Fact]
    public async Task StartBuildAsync_OutputWithoutStream_WaitsForIt()
    {
        using var world = await ShopWorld.OpenAsync();
        await world.ApplyAsync(ShopWorld.MyappBuild(output: "later:latest", name: "early"));
        await world.AdvanceAsync(Quarter);
        Assert.Equal(SimulatedBuildPhase.New, world.Builds[^1].Phase);

        await world.ApplyAsync(ShopWorld.Stream("later"));
        await world.AdvanceAsync(Quarter);

        Assert.Equal(SimulatedBuildPhase.Complete, world.Builds[^1].Phase);
        Assert.Contains(world.Log.OfType<WorldEvent.BuildWaiting>(), waits => waits.Build == "early-1");
    }

    [Fact]
    public async Task StartBuildAsync_WithoutBaseImage_ReportsIt()
    {
        using var world = new ImageStreamWorld();
        await world.ApplyAsync(ShopWorld.MyappBuild());

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => world.StartBuildAsync("shop", "myapp"));

        Assert.Equal("The base image of BuildConfig shop/myapp does not point to an image.", refused.Message);
    }

    [Fact]
    public async Task ReleaseAsync_HeldBuild_Continues()
    {
        using var world = await ShopWorld.OpenAsync(new WorldOptions { Fuse = new() { MaxFirings = 1 } });
        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("next"));
        await world.AdvanceAsync(Quarter);
        Assert.Single(world.Builds);

        Assert.True(await world.ReleaseAsync(ShopWorld.Build));
        Assert.False(await world.ReleaseAsync(ShopWorld.Build));

        Assert.Equal(2, world.Builds.Count);
        Assert.Equal(
            ["fuse opened", "fuse released", "build requested"],
            world.Log.Where(one => one.Subject == ShopWorld.Build.ToString()).TakeLast(3).Select(one => one.Kind));
    }

    [Fact]
    public async Task AdvanceAsync_FleetForADay_LogsTheSameInEveryRun()
    {
        var first = await RunFleetAsync();
        var second = await RunFleetAsync();

        Assert.Equal(first, second);
        Assert.True(first.Count(character => character == '\n') > 100, first);
    }

    /// <summary>Forty tags for a day, of which some move, while the registry is slow for a while and then down.</summary>
    private static async Task<string> RunFleetAsync()
    {
        using var world = new ImageStreamWorld();
        var random = new Random(7);
        for (var i = 0; i < 10; i++)
        {
            await world.ApplyAsync(ShopWorld.Stream($"app{i}", [.. Enumerable.Range(0, 4).Select(tag =>
                ShopWorld.Scheduled($"v{tag}", $"registry.example.com/app{i}:v{tag}"))]));
        }

        for (var round = 0; round < 96; round++)
        {
            var (app, tag) = (random.Next(10), random.Next(4));
            await world.PushAsync($"registry.example.com/app{app}:v{tag}", SyntheticImage.Create($"{round}"));
            using var fault = round == 40 ? world.Faults.SlowRegistry(TimeSpan.FromSeconds(7))
                : round == 60 ? world.Faults.RegistryDown()
                : null;
            await world.AdvanceAsync(Quarter);
        }

        return world.Log.ToString();
    }
}
