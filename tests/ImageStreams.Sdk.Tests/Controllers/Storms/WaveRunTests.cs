using ImageStreams.Controllers;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Controllers;

/// <summary>Builds that end late, never, or without anyone who says so.</summary>
public class WaveRunTests : WaveTestBase
{
    private static TriggerObject Ruby { get; } = new() { Kind = "BuildConfig", Namespace = "shop", Name = "ruby" };

    [Fact]
    public async Task ReactAsync_BuildWhoseEndNobodyTold_DelaysLaterBuildsNoMore()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base", "other"));
        Controller.Observe(Stream("base", '2'));
        await RunAsync(Controller, TimeSpan.FromHours(1));
        Assert.Equal(["BuildConfig shop/ruby", "BuildConfig shop/app"], Target.Requests);

        Controller.Observe(Stream("other", '1'));

        Assert.Equal(["app BuildStarted"], await ReactAsync(Controller));
    }

    [Fact]
    public async Task ReactAsync_BuildThatRanForAWhile_IsWaitedForUntilTheLimitSinceItsStart()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "other"));
        Controller.Observe(Stream("base", '2'));
        await RunAsync(Controller, TimeSpan.FromMinutes(40));

        Controller.Observe(Stream("other", '1'));
        var delayed = Assert.IsType<TriggerReaction.Delayed>(await Controller.ReactAsync());

        Assert.Equal(Now + TimeSpan.FromMinutes(20), delayed.Delay.Until);
    }

    [Fact]
    public async Task ReactAsync_SecondBuildThatTheFuseHolds_LeavesTheFirstOneRunning()
    {
        Controller = Create(new TriggerControllerOptions
        {
            Waves = new BuildWaveOptions(),
            Fuse = new TriggerFuseOptions { MaxFirings = 2 },
        });
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base"));
        Controller.Observe(Stream("base", '2'));
        Assert.Equal(["ruby BuildStarted", "app Delayed"], await ReactAsync(Controller));

        Controller.Observe(Stream("base", '3'));
        Assert.Equal(["ruby Held", "app Delayed"], await ReactAsync(Controller));
        Controller.Observe(Stream("ruby", '2'));

        Assert.Equal(["app BuildStarted"], await ReactAsync(Controller));
    }

    [Fact]
    public async Task ReactAsync_CycleBehindABuild_IsWaitedForAsAWhole()
    {
        await BeginAsync(
            ["base", "a", "b", "app"], Build("a", "b", "base"), Build("b", "a", "base"), Build("app", "b", "base"));

        Controller.Observe(Stream("base", '2'));

        Assert.Equal(["a BuildStarted", "app Delayed", "b BuildStarted"], (await ReactAsync(Controller)).Order());
    }

    [Fact]
    public async Task RestoreState_InTheMiddleOfAWave_WaitsForNoBuildFromBeforeAndMissesNoImage()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base"));
        Controller.Observe(Stream("base", '2'));
        await ReactAsync(Controller);
        var state = Controller.TakeStateChanges();

        Controller = Create(new TriggerControllerOptions { Waves = new BuildWaveOptions() });
        Controller.RestoreState(state);
        Controller.Observe(Stream("base", '2'));
        Controller.Observe(Stream("ruby", '1'));
        Controller.Observe(Build("app", "ruby", "base"));
        Assert.Equal(["app BuildStarted"], await ReactAsync(Controller));
        Assert.False(Controller.ReportBuildEnded(Ruby));
        Controller.Observe(Stream("ruby", '2'));

        Assert.Equal(["app BuildStarted"], await ReactAsync(Controller));
    }
}
