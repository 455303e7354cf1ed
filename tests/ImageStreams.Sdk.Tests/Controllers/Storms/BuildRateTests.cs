using ImageStreams.Controllers;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Controllers;

public class BuildRateTests : StormTestBase
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly TriggerControllerOptions _options = new()
    {
        BuildRate = new BuildRateOptions { MaxBuilds = 2, Window = Window },
    };

    [Fact]
    public async Task ReactAsync_ManyBuilds_StartInTheirOrderAsTimeAllows()
    {
        var controller = Observe(Create(_options), 5);

        Assert.Equal(
            ["b0 BuildStarted", "b1 BuildStarted", "b2 Delayed", "b3 Delayed", "b4 Delayed"], await ReactAsync(controller));
        Assert.Equal(Now + Window, controller.NextDue);
        TimeProvider.Advance(Window);
        Assert.Equal(["b2 BuildStarted", "b3 BuildStarted"], await ReactAsync(controller));
        TimeProvider.Advance(Window);
        Assert.Equal(["b4 BuildStarted"], await ReactAsync(controller));

        Assert.Null(controller.NextDue);
    }

    [Fact]
    public async Task ReactAsync_BeyondTheRate_SaysWhen()
    {
        var controller = Observe(Create(_options), 3);
        await controller.ReactAsync();
        await controller.ReactAsync();

        var delayed = Assert.IsType<TriggerReaction.Delayed>(await controller.ReactAsync());

        Assert.Equal(
            "2 builds may start within 00:10:00; the next one may at 2026-03-03 12:10:00Z.", delayed.Explanation);
        Assert.Equal(Now + Window, delayed.Delay.Until);
    }

    [Fact]
    public async Task ReactAsync_BaseThatMovesMeanwhile_IsOneBuild()
    {
        var controller = Observe(Create(_options), 3);
        await ReactAsync(controller);

        controller.Observe(Stream("base2", '2'));
        controller.Observe(Stream("base2", '3'));
        TimeProvider.Advance(Window);
        await RunAsync(controller, Window);

        Assert.Single(Target.Requests, request => request == "BuildConfig shop/b2");
    }

    [Fact]
    public async Task ReactAsync_RunningBuildsAreLimitedAsWell_BothCount()
    {
        _options.MaxRunningBuilds = 1;
        var controller = Observe(Create(_options), 3);

        Assert.Equal(["b0 BuildStarted", "b1 Waiting", "b2 Waiting"], await ReactAsync(controller));
        controller.ReportBuildEnded(TriggerObject.From(Build("b0")));
        Assert.Equal(["b1 BuildStarted"], await ReactAsync(controller));
        controller.ReportBuildEnded(TriggerObject.From(Build("b1")));
        Assert.Empty(await ReactAsync(controller));
        Assert.Equal(Now + Window, controller.NextDue);
        TimeProvider.Advance(Window);

        Assert.Equal(["b2 BuildStarted"], await ReactAsync(controller));
    }

    [Fact]
    public async Task ReactAsync_BuildThatIsRefused_DoesNotCount()
    {
        var controller = Observe(Create(_options), 3);
        Target.Result = new TriggerTargetResult.Refused { Message = "No." };
        await ReactAsync(controller);

        Target.Result = TriggerTargetResult.Accepted.Instance;
        TimeProvider.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["b0 BuildStarted", "b1 BuildStarted", "b2 Delayed"], await ReactAsync(controller));
    }

    [Fact]
    public async Task RestoreState_BuildsBeforeARestart_Count()
    {
        var before = Observe(Create(_options), 2);
        await ReactAsync(before);
        TimeProvider.Advance(TimeSpan.FromMinutes(4));

        var controller = Create(_options);
        controller.RestoreState(before.TakeStateChanges());
        controller.Observe(Stream("base9", '1'));
        controller.Observe(Build("b9", "base9"));

        Assert.Equal(["b9 Delayed"], await ReactAsync(controller));
        Assert.Equal(Now + TimeSpan.FromMinutes(6), controller.NextDue);
    }

    private TriggerController Observe(TriggerController controller, int count)
    {
        for (var i = 0; i < count; i++)
        {
            controller.Observe(Stream($"base{i}", '1'));
            controller.Observe(Build($"b{i}", $"base{i}"));
        }

        return controller;
    }
}
