using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Testing;
using ImageStreams.Tests.Testing;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Controllers;

/// <summary>Reactions of triggers: one at a time, limited by name, and as in OpenShift by default.</summary>
public class ReactionTests
{
    private readonly FakeTimeProvider _timeProvider = new();

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public async Task SeveralCallers_TakeTurns(int callers)
    {
        var target = new GatedTarget();
        var controller = Create(target, builds: callers);

        var reactions = Enumerable.Range(0, callers).Select(_ => controller.ReactAsync().AsTask()).ToList();
        for (var call = 0; call < callers; call++)
        {
            await target.Called.Reader.ReadAsync();
            Assert.Equal(call, reactions.Count(reaction => reaction.IsCompleted));
            target.Finish();
            await reactions[call];
        }

        Assert.Equal(1, target.MostCallsAtATime);
        Assert.Equal(callers, reactions.Select(reaction => reaction.Result!.Object).Distinct().Count());
    }

    [Fact]
    public async Task CallerThatWaits_CanBeCanceled_AndTheNextHasItsTurn()
    {
        using var cancellation = new CancellationTokenSource();
        var target = new GatedTarget();
        var controller = Create(target, builds: 2);
        var first = controller.ReactAsync().AsTask();
        var canceled = controller.ReactAsync(cancellation.Token).AsTask();
        var last = controller.ReactAsync().AsTask();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        target.Finish();
        target.Finish();

        Assert.IsType<TriggerReaction.BuildStarted>(await first);
        Assert.IsType<TriggerReaction.BuildStarted>(await last);
    }

    [Fact]
    public async Task CallersWhoGiveUp_AreNotKeptUntilTheHolderLeaves()
    {
        var turns = new ReactionTurns();
        using var holder = await EnterAsync(turns, CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 100).Select(_ => EnterAsync(turns, cancellation.Token)).ToList();
        Assert.Equal(100, turns.WaitingCount);

        await cancellation.CancelAsync();
        Assert.Equal(0, turns.WaitingCount);
        foreach (var one in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        }
    }

    [Fact]
    public async Task TargetThatCallsTheController_IsRefused()
    {
        TriggerController? controller = null;
        var target = new CallbackTarget(async () => await controller!.ReactAsync());
        controller = Create(target, builds: 2);

        await Assert.ThrowsAsync<InvalidOperationException>(() => controller.ReactAsync().AsTask());
        Assert.NotNull(controller.NextDue);
    }

    [Fact]
    public async Task TargetThatThrows_EndsItsTurn()
    {
        var isBroken = true;
        var controller = Create(new CallbackTarget(() => isBroken ? throw new IOException("broken") : Task.CompletedTask), builds: 1);

        await Assert.ThrowsAsync<IOException>(() => controller.ReactAsync().AsTask());
        isBroken = false;
        _timeProvider.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<TriggerReaction.BuildStarted>(await controller.ReactAsync());
    }

    [Fact]
    public async Task Fuse_IsOffInTheControllerAndInTheWorld_AndHasOneName()
    {
        Assert.Null(new TriggerControllerOptions().Fuse);
        Assert.Null(new WorldOptions().Fuse);

        var fuse = new TriggerFuseOptions { MaxFirings = 1 };
        var held = await ReactToTwoMovesAsync(new TriggerControllerOptions { Fuse = fuse });
        var free = await ReactToTwoMovesAsync(new TriggerControllerOptions());

        Assert.IsType<TriggerReaction.Held>(held.Reaction);
        Assert.Equal("BuildConfig shop/b0", $"{Assert.Single(held.Controller.Trips).Object}");
        Assert.IsType<TriggerReaction.BuildStarted>(free.Reaction);
        Assert.Empty(free.Controller.Trips);
    }

    [Fact]
    public void ObjectThatIsReleasedAtOnce_WasHeldByATripAllTheSame()
    {
        var fuse = new TriggerFuse(new TriggerFuseOptions { MaxFirings = 1 }, _timeProvider);
        var target = TriggerObject.From(ABuildConfig("b0").Build());
        Assert.True(fuse.TryFire(target, out var none));
        Assert.False(fuse.TryFire(target, out var first));
        Assert.False(fuse.TryFire(target, out var second));
        Assert.True(fuse.Release(target));

        Assert.Null(none);
        Assert.Equal((target, 1L, 2L), (first.Object, first.SuppressedFirings, second.SuppressedFirings));
        Assert.Null(fuse.Find(target));
    }

    [Fact]
    public void FuseOutOfRange_IsNamed()
    {
        var options = new TriggerControllerOptions { Fuse = new TriggerFuseOptions { MaxFirings = 0 } };
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new TriggerController(new CallbackTarget(() => Task.CompletedTask), options));
        Assert.Contains("TriggerControllerOptions.Fuse.MaxFirings is 0", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 40)]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    public async Task BuildsThatAreDueAtOnce_StartUpToTheLimit(int? limit, int started)
    {
        var controller = Create(new CallbackTarget(() => Task.CompletedTask), builds: 40, new TriggerControllerOptions { MaxRunningBuilds = limit });
        var reactions = await DrainAsync(controller);

        Assert.Equal(started, reactions.OfType<TriggerReaction.BuildStarted>().Count());
        Assert.Equal(40 - started, reactions.OfType<TriggerReaction.Waiting>().Count());
        Assert.Equal(started, controller.RunningBuilds);
        Assert.Null(controller.NextDue);
    }

    [Fact]
    public async Task BuildsThatEnd_LetOthersStart_InTheirOrderAndEachOnce()
    {
        var controller = Create(new CallbackTarget(() => Task.CompletedTask), builds: 10, new TriggerControllerOptions { MaxRunningBuilds = 3 });
        var started = (await DrainAsync(controller)).OfType<TriggerReaction.BuildStarted>().Select(one => one.Object).ToList();
        for (var ended = 0; ended < 10; ended++)
        {
            Assert.True(controller.ReportBuildEnded(started[ended]));
            Assert.Equal(ended < 7, controller.NextDue is not null);
            started.AddRange((await DrainAsync(controller)).OfType<TriggerReaction.BuildStarted>().Select(one => one.Object));
            Assert.InRange(controller.RunningBuilds, 0, 3);
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"BuildConfig shop/b{i}"), started.Select(one => $"{one}"));
        Assert.False(controller.ReportBuildEnded(started[0]));
        Assert.Equal(0, controller.RunningBuilds);
    }

    [Fact]
    public async Task BuildThatTheTargetRefuses_TakesNoTurn()
    {
        var controller = Create(new CallbackTarget(() => throw new IOException("broken")), builds: 2, new TriggerControllerOptions { MaxRunningBuilds = 1 });
        await Assert.ThrowsAsync<IOException>(() => controller.ReactAsync().AsTask());
        Assert.Equal(0, controller.RunningBuilds);
        await Assert.ThrowsAsync<IOException>(() => controller.ReactAsync().AsTask());
    }

    [Fact]
    public async Task RemovedBuildConfig_MakesRoom()
    {
        var controller = Create(new CallbackTarget(() => Task.CompletedTask), builds: 2, new TriggerControllerOptions { MaxRunningBuilds = 1 });
        var first = (await DrainAsync(controller)).OfType<TriggerReaction.BuildStarted>().Single();
        controller.Remove(first.Object);
        Assert.Equal("BuildConfig shop/b1", $"{Assert.IsType<TriggerReaction.BuildStarted>(await controller.ReactAsync()).Object}");
    }

    [Fact]
    public async Task ObjectThatWaitedLongest_KeepsItsRoomFromThoseAheadInTheQueue()
    {
        var controller = Create(new CallbackTarget(() => Task.CompletedTask), builds: 3, new TriggerControllerOptions { MaxRunningBuilds = 1 });
        var started = (await DrainAsync(controller)).OfType<TriggerReaction.BuildStarted>().Single();
        controller.Observe(ABuildConfig("late").TriggeredBy(ATag("ruby:a")).Build());
        controller.ReportBuildEnded(started.Object);

        var reactions = await DrainAsync(controller);
        Assert.Equal("BuildConfig shop/late", $"{Assert.Single(reactions.OfType<TriggerReaction.Waiting>()).Object}");
        Assert.Equal("BuildConfig shop/b1", $"{Assert.Single(reactions.OfType<TriggerReaction.BuildStarted>()).Object}");
    }

    [Fact]
    public async Task RemovedObjectWhoseTurnCame_LeavesItsRoomToTheNext()
    {
        var controller = Create(new CallbackTarget(() => Task.CompletedTask), builds: 3, new TriggerControllerOptions { MaxRunningBuilds = 1 });
        var started = (await DrainAsync(controller)).OfType<TriggerReaction.BuildStarted>().Single();
        controller.Observe(ABuildConfig("late").TriggeredBy(ATag("ruby:a")).Build());
        controller.ReportBuildEnded(started.Object);
        Assert.IsType<TriggerReaction.Waiting>(await controller.ReactAsync());   // b1 is due next
        controller.Remove(TriggerObject.From(ABuildConfig("b1").Build()));

        var next = (await DrainAsync(controller)).OfType<TriggerReaction.BuildStarted>();
        Assert.Equal("BuildConfig shop/b2", $"{Assert.Single(next).Object}");
    }

    [Fact]
    public async Task ObjectWhoseTurnComesWithoutABuild_LeavesItsRoomToTheNext()
    {
        var controller = Create(new CallbackTarget(() => Task.CompletedTask), builds: 3, new TriggerControllerOptions { MaxRunningBuilds = 1 });
        var started = (await DrainAsync(controller)).OfType<TriggerReaction.BuildStarted>().Single();
        controller.Observe(ABuildConfig("b1").Build());
        controller.ReportBuildEnded(started.Object);

        var next = (await DrainAsync(controller)).OfType<TriggerReaction.BuildStarted>();
        Assert.Equal("BuildConfig shop/b2", $"{Assert.Single(next).Object}");
    }

    [Fact]
    public void RemovedObject_LeavesNothingAmongThoseThatWait()
    {
        var turns = new BuildTurns(1);
        Assert.True(turns.TryStart(TriggerObject.From(ABuildConfig("b0").Build()), DateTimeOffset.UnixEpoch));
        for (var i = 1; i <= 100; i++)
        {
            var target = TriggerObject.From(ABuildConfig($"b{i}").Build());
            Assert.False(turns.TryStart(target, DateTimeOffset.UnixEpoch));
            turns.Remove(target);
        }

        Assert.Equal(0, turns.WaitingCount);
        turns.Remove(TriggerObject.From(ABuildConfig("b0").Build()));
        Assert.Null(turns.TakeWaiting(DateTimeOffset.UnixEpoch));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void LimitBelowOne_IsOutOfRange(int limit)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(
            new CallbackTarget(() => Task.CompletedTask), builds: 0, new TriggerControllerOptions { MaxRunningBuilds = limit }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageStreamWorld(new WorldOptions { MaxRunningBuilds = limit }));
    }

    [Theory]
    [InlineData(null, 40, 2)]
    [InlineData(10, 10, 8)]
    public async Task World_BaseImageOf40BuildsMoves_BuildsRunInWaves(int? limit, int most, int minutes)
    {
        using var world = new ImageStreamWorld(new WorldOptions { MaxRunningBuilds = limit });
        await world.PushAsync("registry.example.com/base:1", SyntheticImage.Create("base"));
        for (var i = 0; i < 40; i++)
        {
            await world.ApplyAsync(ShopWorld.Stream($"out{i}"));
            await world.ApplyAsync(ABuildConfig($"b{i}").BuiltFrom(ATag("base:1")).TriggeredBy(null).PushesTo($"out{i}:latest").Build());
        }

        await world.ApplyAsync(ShopWorld.Stream("base", ShopWorld.Scheduled("1", "registry.example.com/base:1")));
        await world.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.All(world.Builds, build => Assert.Equal(SimulatedBuildPhase.Complete, build.Phase));
        Assert.Equal(40, world.Builds.Count);
        Assert.Equal(most, world.Builds.Max(build => world.Builds.Count(other => other.Started <= build.Started && build.Started < other.Finished)));
        Assert.Equal(TimeSpan.FromMinutes(minutes), world.Builds.Max(build => build.Finished) - world.Builds.Min(build => build.Started));
    }

    private TriggerController Create(ITriggerTarget target, int builds, TriggerControllerOptions? options = null)
    {
        var controller = new TriggerController(target, options, _timeProvider);
        controller.Observe(Moved('1', "1"));
        for (var i = 0; i < builds; i++)
        {
            controller.Observe(ABuildConfig($"b{i}").TriggeredBy(ATag("ruby:a")).Build());
        }

        return controller;
    }

    private async Task<(TriggerController Controller, TriggerReaction? Reaction)> ReactToTwoMovesAsync(TriggerControllerOptions options)
    {
        var controller = Create(new CallbackTarget(() => Task.CompletedTask), builds: 1, options);
        Assert.IsType<TriggerReaction.BuildStarted>(await controller.ReactAsync());
        controller.Observe(Moved('2', "2"));
        return (controller, await controller.ReactAsync());
    }

    /// <summary>Waits for a turn as a caller of its own.</summary>
    private static async Task<ReactionTurns.Turn> EnterAsync(ReactionTurns turns, CancellationToken cancellationToken) =>
        await turns.EnterAsync(cancellationToken);

    private static async Task<List<TriggerReaction>> DrainAsync(TriggerController controller)
    {
        var reactions = new List<TriggerReaction>();
        while (await controller.ReactAsync() is { } reaction)
        {
            reactions.Add(reaction);
        }

        return reactions;
    }

    private static ImageStream Moved(char image, string version)
    {
        var stream = AnImageStream().Tag("a").PointsTo(image).Build();
        return stream with { Metadata = stream.Metadata with { ResourceVersion = version } };
    }

    /// <summary>Runs a function for each build.</summary>
    private sealed class CallbackTarget(Func<Task> run) : ITriggerTarget
    {
        public async ValueTask<TriggerTargetResult> StartBuildAsync(
            BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
        {
            await run();
            return TriggerTargetResult.Accepted.Instance;
        }

        public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<TriggerTargetResult> UpdateAsync(
            DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    /// <summary>Lets each call wait until the test finishes it.</summary>
    private sealed class GatedTarget : ITriggerTarget
    {
        private readonly System.Threading.Channels.Channel<bool> _gate = System.Threading.Channels.Channel.CreateUnbounded<bool>();
        private int _calls;

        public System.Threading.Channels.Channel<int> Called { get; } = System.Threading.Channels.Channel.CreateUnbounded<int>();

        public int MostCallsAtATime { get; private set; }

        public void Finish() => _gate.Writer.TryWrite(true);

        public async ValueTask<TriggerTargetResult> StartBuildAsync(
            BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
        {
            MostCallsAtATime = Math.Max(MostCallsAtATime, Interlocked.Increment(ref _calls));
            Called.Writer.TryWrite(0);
            await _gate.Reader.ReadAsync(cancellationToken);
            Interlocked.Decrement(ref _calls);
            return TriggerTargetResult.Accepted.Instance;
        }

        public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<TriggerTargetResult> UpdateAsync(
            DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
