using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Testing;
using ImageStreams.Tests.Testing;

namespace ImageStreams.Tests.Controllers;

/// <summary>A whole cluster in which a base image moves: python is the base of runtime, runtime of lib, all of each app.</summary>
public class WorldStormTests
{
    private const int Apps = 10;

    [Theory]
    [InlineData(false, null, 2 + (3 * Apps))]   // as in OpenShift: each app for each of its images
    [InlineData(true, null, 2 + Apps)]
    [InlineData(true, 3, 2 + Apps)]
    public async Task BaseMoves_Waves_BuildEachOnce(bool hasWaves, int? maxRunning, int builds)
    {
        using var world = await OpenAsync(new WorldOptions
        {
            Waves = hasWaves ? new BuildWaveOptions() : null,
            MaxRunningBuilds = maxRunning,
        });
        var before = world.Builds.Count;

        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("python 3.8.20"));
        await world.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Equal(builds, world.Builds.Count - before);
    }

    [Fact]
    public async Task BaseMoves_RateOfBuilds_IsNeverExceeded()
    {
        var rate = new BuildRateOptions { MaxBuilds = 4, Window = TimeSpan.FromMinutes(30) };
        using var world = await OpenAsync(new WorldOptions { BuildRate = rate, Waves = new BuildWaveOptions { MaxWait = TimeSpan.FromDays(1) } });
        await world.AdvanceAsync(TimeSpan.FromDays(1));
        var before = world.Builds.Count;

        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("python 3.8.20"));
        await world.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(2 + Apps, world.Builds.Count - before);
        var starts = world.Builds.Select(build => build.Started!.Value).Order().ToList();
        Assert.All(starts.Zip(starts.Skip(4)), pair => Assert.True(pair.Second - pair.First >= rate.Window));
    }

    [Fact]
    public async Task BaseMovesAgain_BeforeItIsMature_TheFirstImageIsNeverBuiltOn()
    {
        using var world = await OpenAsync(new WorldOptions { MaturityDelay = TimeSpan.FromHours(1), Waves = new BuildWaveOptions { MaxWait = TimeSpan.FromHours(3) } });
        await world.AdvanceAsync(TimeSpan.FromDays(1));
        var before = world.Builds.Count;

        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("bad"));
        await world.AdvanceAsync(TimeSpan.FromMinutes(40));
        var good = SyntheticImage.Create("good");
        await world.PushAsync(ShopWorld.BaseImage, good);
        await world.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(2 + Apps, world.Builds.Count - before);
        Assert.EndsWith($"@{good.Digest}", world.Builds[before].BaseImage, StringComparison.Ordinal);
    }

    private static async Task<ImageStreamWorld> OpenAsync(WorldOptions options)
    {
        var world = new ImageStreamWorld(options);
        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("python 3.8.19"));
        await world.ApplyAsync(ShopWorld.Python());
        await ApplyAsync(world, "runtime", "python");
        await ApplyAsync(world, "lib", "runtime");
        for (var i = 0; i < Apps; i++)
        {
            await ApplyAsync(world, $"app{i}", "lib", "runtime", "python");
        }

        await world.AdvanceAsync(TimeSpan.FromHours(12));
        return world;
    }

    private static async Task ApplyAsync(ImageStreamWorld world, string name, string from, params string[] others)
    {
        await world.ApplyAsync(ShopWorld.Stream(name));
        var build = ShopWorld.MyappBuild($"{from}:latest", $"{name}:latest", name);
        await world.ApplyAsync(build with
        {
            Spec = build.Spec with { Triggers = [.. build.Spec.Triggers, .. others.Select(TriggerOn)] },
        });
    }

    private static BuildTriggerPolicy TriggerOn(string stream) => new()
    {
        Type = "ImageChange",
        ImageChange = new ImageChangeTrigger { From = ObjectReference.ImageStreamTag($"{stream}:latest") },
    };
}
