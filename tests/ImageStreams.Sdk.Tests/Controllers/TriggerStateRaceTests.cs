using ImageStreams.Controllers;
using ImageStreams.References;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Controllers;

/// <summary>State that is restored, changed and forgotten while reactions go on.</summary>
public class TriggerStateRaceTests : StormTestBase
{
    private readonly TriggerControllerOptions _options = new()
    {
        Fuse = new TriggerFuseOptions { MaxFirings = 2, Window = TimeSpan.FromHours(1) },
    };

    /// <summary>As when a replica gains a shard, and reacts to its objects before it has read their state.</summary>
    [Fact]
    public async Task RestoreState_AfterRecordsOfTheObjectWereTaken_AddsWhatIsMissing()
    {
        var before = Create(_options);
        before.Observe(Build("app", "ruby"));
        foreach (var image in "123")
        {
            before.Observe(Stream("ruby", image));
            await ReactAsync(before);
        }

        var state = before.TakeStateChanges();
        var after = Create(_options);
        Target.Result = TriggerTargetResult.Conflict.Instance;
        after.Observe(Stream("ruby", '4'));
        after.Observe(Build("app", "ruby"));
        Assert.Equal(["app Postponed"], await ReactAsync(after));
        Assert.NotEmpty(after.TakeStateChanges());
        Target.Result = TriggerTargetResult.Accepted.Instance;

        after.RestoreState(state);
        TimeProvider.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["app Held"], await ReactAsync(after));
        Assert.Contains("\"trip\"", Assert.Single(after.TakeStateChanges()).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RestoreState_AfterTheImageWasSeenHere_CountsFromTheEarlierObservation()
    {
        var options = new TriggerControllerOptions { MaturityDelay = TimeSpan.FromMinutes(30) };
        var before = Create(options);
        before.Observe(Stream("ruby", '1', hasTime: false));
        before.Observe(Build("app", "ruby"));
        await RunAsync(before, TimeSpan.FromMinutes(20));
        var after = Create(options);
        after.Observe(Stream("ruby", '1', hasTime: false));
        after.Observe(Build("app", "ruby"));
        Assert.Equal(["app Delayed"], await ReactAsync(after));

        after.RestoreState(before.TakeStateChanges());
        await RunAsync(after, TimeSpan.FromMinutes(10));

        Assert.Equal(["BuildConfig shop/app"], Target.Requests);
    }

    [Fact]
    public async Task Remove_WhileItsRequestFails_LeavesNothingToRemember()
    {
        var controller = Create(_options);
        Target.Result = new TriggerTargetResult.Refused { Message = "No." };
        Target.Asked = controller.Remove;
        controller.Observe(Stream("ruby", '1'));
        controller.Observe(Build("app", "ruby"));

        Assert.IsType<TriggerReaction.Postponed>(await controller.ReactAsync());

        Assert.Null(controller.NextDue);
        Assert.Empty(controller.TakeStateChanges());
    }

    /// <summary>As in OpenShift, where a change that concerns paused triggers only does not touch the queue.</summary>
    [Fact]
    public async Task ReactAsync_ChangeThatConcernsPausedTriggersOnly_KeepsTheRetry()
    {
        var controller = Create(_options);
        Target.Result = TriggerTargetResult.Conflict.Instance;
        controller.Observe(Stream("ruby", '1'));
        controller.Observe(Stream("perl", '1'));
        controller.Observe(AWorkload().Runs("old").Runs("old", "side")
            .TriggeredBy("ruby:a").TriggeredBy("perl:a", "side", paused: true).Build());
        await ReactAsync(controller);
        var retry = controller.NextDue;

        controller.Observe(Stream("perl", '2'));
        Assert.IsType<TriggerReaction.Skipped>(await controller.ReactAsync());

        Assert.Equal(retry, controller.NextDue);
        Target.Result = TriggerTargetResult.Accepted.Instance;
        TimeProvider.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["web Updated"], await ReactAsync(controller));
    }

    [Fact]
    public void RestoreState_PauseThatHasEndedHere_StaysEnded()
    {
        var ruby = ImageStreamName.FromParts("shop", "ruby");
        var controller = Create(_options);
        controller.Pause(ruby);
        var state = controller.TakeStateChanges();
        controller.Resume(ruby);

        controller.RestoreState(state);

        Assert.Empty(controller.Pauses);
        Assert.Null(Assert.Single(controller.TakeStateChanges()).Value);
    }

    [Fact]
    public async Task RestoreState_BuildsThatAreKnownAlready_CountOnce()
    {
        var options = new TriggerControllerOptions
        {
            BuildRate = new BuildRateOptions { MaxBuilds = 2, Window = TimeSpan.FromMinutes(10) },
        };
        var controller = Create(options);
        controller.Observe(Stream("ruby", '1'));
        controller.Observe(Build("app", "ruby"));
        await ReactAsync(controller);

        controller.RestoreState(controller.TakeStateChanges());
        controller.Observe(Stream("ruby", '2'));

        Assert.Equal(["app BuildStarted"], await ReactAsync(controller));
    }
}
