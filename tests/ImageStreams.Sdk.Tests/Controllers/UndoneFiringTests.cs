using ImageStreams.Controllers;
using ImageStreams.Triggers;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Controllers;

/// <summary>A firing that is undone is that one and no other, and a request that fails is postponed once.</summary>
public class UndoneFiringTests
{
    private static readonly TriggerObject Web = new() { Kind = "BuildConfig", Namespace = "shop", Name = "web" };
    private readonly FakeTimeProvider _timeProvider = new();

    [Fact]
    public void UndoFiring_SeveralFirings_RemovesTheLastOne()
    {
        var fuse = Create(2);
        Assert.True(fuse.TryFire(Web));
        _timeProvider.Advance(TimeSpan.FromMinutes(50));
        Assert.True(fuse.TryFire(Web));
        fuse.UndoFiring(Web);
        _timeProvider.Advance(TimeSpan.FromMinutes(20));   // the first firing is over, the second was undone

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => fuse.TryFire(Web)));
    }

    [Fact]
    public void UndoFiring_TwiceAfterTwoFirings_LeavesNone()
    {
        var fuse = Create(2);
        fuse.TryFire(Web);
        fuse.TryFire(Web);
        fuse.UndoFiring(Web);
        fuse.UndoFiring(Web);
        fuse.UndoFiring(Web);

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => fuse.TryFire(Web)));
    }

    /// <summary>Compares the fuse with a list of the times that count.</summary>
    [Fact]
    public void FiringsAndUndos_InAnyOrder_AreCountedAsAListOfTimesCountsThem()
    {
        var random = new Random(51);
        var fuse = Create(3);
        List<DateTimeOffset> counted = [];
        for (var step = 0; step < 5_000; step++)
        {
            _timeProvider.Advance(TimeSpan.FromMinutes(random.Next(0, 25)));
            counted.RemoveAll(time => time <= _timeProvider.GetUtcNow() - TimeSpan.FromHours(1));
            if (random.Next(3) == 0)
            {
                fuse.UndoFiring(Web);
                counted = counted.SkipLast(1).ToList();
                continue;
            }

            var mayFire = counted.Count < 3;
            Assert.Equal(mayFire, fuse.TryFire(Web));
            counted = mayFire ? [.. counted, _timeProvider.GetUtcNow()] : [];
            Assert.Equal(!mayFire, fuse.Release(Web));
        }
    }

    [Fact]
    public async Task ReactAsync_TargetReturnsNull_IsRefusedAndPostponedOnce()
    {
        var options = new TriggerControllerOptions { RetryDelay = TimeSpan.FromSeconds(10), Fuse = new() { MaxFirings = 2 } };
        var controller = Create(new ScriptedTarget([null]), options);

        var postponed = Assert.IsType<TriggerReaction.Postponed>(await controller.ReactAsync());
        Assert.Equal(_timeProvider.GetUtcNow() + TimeSpan.FromSeconds(10), postponed.RetryAt);
        Assert.Equal(postponed.RetryAt, controller.NextDue);
        Assert.Equal("The target returned null, which is not a result.", postponed.Explanation);
    }

    [Fact]
    public async Task ReactAsync_TargetReturnsNullAfterAFiring_ThatFiringStillCounts()
    {
        var options = new TriggerControllerOptions { RetryDelay = TimeSpan.FromSeconds(10), Fuse = new() { MaxFirings = 1 } };
        var controller = Create(new ScriptedTarget(TriggerTargetResult.Accepted.Instance, null), options);
        Assert.IsType<TriggerReaction.BuildStarted>(await controller.ReactAsync());

        controller.Observe(Moved('2', "2"));
        Assert.IsType<TriggerReaction.Held>(await controller.ReactAsync());
        Assert.Single(controller.Trips);
    }

    [Fact]
    public async Task ReactAsync_TargetReturnsNull_FreesOneBuildOnly()
    {
        var options = new TriggerControllerOptions { MaxRunningBuilds = 5 };
        var controller = Create(new ScriptedTarget(TriggerTargetResult.Accepted.Instance, null), options);
        await controller.ReactAsync();
        controller.Observe(Moved('2', "2"));
        await controller.ReactAsync();

        Assert.Equal(1, controller.RunningBuilds);
    }

    private TriggerController Create(ScriptedTarget target, TriggerControllerOptions options)
    {
        var controller = new TriggerController(target, options, _timeProvider);
        controller.Observe(Moved('1', "1"));
        controller.Observe(ABuildConfig().TriggeredBy(ATag("ruby:a")).Build());
        return controller;
    }

    private TriggerFuse Create(int firings) =>
        new(new TriggerFuseOptions { MaxFirings = firings, Window = TimeSpan.FromHours(1) }, _timeProvider);

    private static ImageStream Moved(char image, string version)
    {
        var stream = AnImageStream().Tag("a").PointsTo(image).Build();
        return stream with { Metadata = stream.Metadata with { ResourceVersion = version } };
    }
}
