using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Testing;
using ImageStreams.Tests.Testing;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Documentation;

public sealed class SimulatedWorldSamples
{
    private static readonly ImageStream Python = ShopWorld.Python();
    private static readonly ImageStream Myapp = ShopWorld.Myapp;
    private static readonly BuildConfig MyappBuild = ShopWorld.MyappBuild();
    private static readonly Workload Web = ShopWorld.WebDeployment();

    [Fact]
    public async Task Story_OfABaseImage_EndsInARollout()
    {
        // sample: world-story
        using var world = new ImageStreamWorld();
        await world.PushAsync("registry.example.com/python:3.8", SyntheticImage.Create("python 3.8.19"));
        await world.ApplyAsync(Python);
        await world.ApplyAsync(Myapp);
        await world.ApplyAsync(MyappBuild);
        await world.ApplyAsync(Web);
        await world.AdvanceAsync(TimeSpan.FromMinutes(5));

        var before = world.Log.Count;
        await world.PushAsync("registry.example.com/python:3.8", SyntheticImage.Create("python 3.8.20"));
        await world.AdvanceAsync(TimeSpan.FromMinutes(15));

        Console.Write(world.Log.ToString(before));
        // end

        // sample: world-assertions
        var build = world.Builds[^1];
        Assert.Equal("myapp-2", build.Name);
        Assert.Equal(SimulatedBuildPhase.Complete, build.Phase);

        var rollout = world.Log.OfType<WorldEvent.RolledOut>().Last();
        Assert.Equal("Deployment shop/web", rollout.Subject);
        Assert.Equal(TimeSpan.FromMinutes(17), rollout.Elapsed);

        var web = world.GetWorkload("Deployment", "shop", "web");
        Assert.EndsWith($"/shop/myapp@{build.Image}", web.Containers[0].Image, StringComparison.Ordinal);
        // end
    }

    [Fact]
    public async Task Faults_ByName_LastUntilDisposed()
    {
        using var world = await ShopWorld.OpenAsync();
        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("next"));

        // sample: world-faults
        using (world.Faults.RegistryDown("registry.example.com"))
        {
            await world.AdvanceAsync(TimeSpan.FromHours(1));
        }

        Assert.NotEmpty(world.Log.OfType<WorldEvent.ImportFailed>());
        await world.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Equal("imported", world.Log.Last(happened => happened.Subject == "shop/python:3.8").Kind);
        // end
    }

    [Fact]
    public async Task Options_OfAWorld_DecideWhatBuildsDo()
    {
        // sample: world-options
        using var world = new ImageStreamWorld(new WorldOptions
        {
            BuildTime = build => build.Metadata.Name == "slow" ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1),
            BuildImage = build => SyntheticImage.Create($"always the same, made of {build.BaseImage}"),
            Fuse = new TriggerFuseOptions { MaxFirings = 3, Window = TimeSpan.FromHours(1) },
            MaxRunningBuilds = 10,
        });
        // end

        await world.SettleAsync();
        Assert.Empty(world.Log);
    }
}
