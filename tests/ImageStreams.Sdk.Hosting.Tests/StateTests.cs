using ImageStreams.Controllers;
using ImageStreams.Hosting;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ImageStreams.Tests.Hosting;

/// <summary>What a host writes to its store, and reads from it.</summary>
public sealed class StateTests
{
    [Fact]
    public async Task Write_RecordThatTheStoreRefuses_KeepsNoOtherFromBeingWritten()
    {
        await using var rig = await HostRig.StartAsync(static streams =>
        {
            streams.Services.AddSingleton<IStateSource>(new FixedState("mine", "first", "", "last"));
            streams.AddImportController();
        });
        rig.Imports.Schedule.Pause(Shop.Name());

        await rig.AdvanceUntilAsync(() => Count(rig, "import-pauses") == 1);

        Assert.Equal(["first", "last"], (await rig.Parts.State.ReadAsync("mine")).Select(static record => record.Key));
        Assert.Equal(HealthStatus.Healthy, (await rig.CheckAsync(ImageStreamHealthChecks.Loops)).Status);
    }

    [Fact]
    public async Task Read_StoreWorksAgain_IsHealthyThoughNothingIsToBeWritten()
    {
        await using var rig = await StartReplicaAsync(new RigParts());
        await rig.AdvanceUntilAsync(() => rig.Get<ActiveShards>().All.Count == 16);

        rig.Parts.State.Failure = FaultyStateStore.Unavailable;
        await rig.AdvanceUntilAsync(() => !IsHealthy(rig));
        rig.Parts.State.Failure = null;

        await rig.AdvanceUntilAsync(() => IsHealthy(rig));
    }

    [Fact]
    public async Task Read_StoreIsUnavailableWhenAShardIsGained_KillsNoLoop()
    {
        var parts = new RigParts();
        parts.State.Failure = FaultyStateStore.Unavailable;
        await using var rig = await StartReplicaAsync(parts);

        await rig.AdvanceUntilAsync(() => !IsHealthy(rig));
        Assert.Equal(HealthStatus.Degraded, (await rig.CheckAsync(ImageStreamHealthChecks.Loops)).Status);
        Assert.False(rig.Loops.HasDied);
        parts.State.Failure = null;

        await rig.AdvanceUntilAsync(() => rig.Get<ActiveShards>().All.Count == 16 && IsHealthy(rig));
    }

    [Fact]
    public async Task Gain_StateIsNotReadYet_ReactsToNothing()
    {
        var parts = new RigParts();
        Shop.Push(parts, "one");
        await using (var before = await HostRig.StartAsync(static streams => streams.AddImportController(), parts))
        {
            await before.Client.Streams.CreateAsync(Shop.Stream());
            await before.AdvanceUntilAsync(() => before.FindLastChecked("ruby", "1") is not null);
        }

        parts.State.Failure = FaultyStateStore.Unavailable;
        await using var rig = await StartReplicaAsync(parts);
        rig.Get<RecordingTarget>().Source.Set(Shop.Build());
        await rig.AdvanceUntilAsync(() => IsTriggerDue(rig) && !IsHealthy(rig));
        parts.Time.Advance(TimeSpan.FromSeconds(2));
        parts.State.Failure = null;

        await rig.AdvanceUntilAsync(() => rig.Get<RecordingTarget>().Count == 1 && rig.Reports.LastReactions.Count > 0);
        Assert.IsType<TriggerReaction.BuildStarted>(rig.Reports.LastReactions[0]);
    }

    [Fact]
    public async Task Gain_StreamThatWasDeletedMeanwhile_LosesItsState()
    {
        var parts = new RigParts();
        Shop.Push(parts, "one");
        await using (var before = await StartReplicaAsync(parts))
        {
            await before.Client.Streams.CreateAsync(Shop.Stream());
            await before.AdvanceUntilAsync(() => before.FindLastChecked("ruby", "1") is not null);
        }

        await parts.Store.Streams.DeleteAsync(new ObjectKey(Shop.Namespace, "ruby"));
        parts.State.Failure = FaultyStateStore.Unavailable;
        await using var rig = await StartReplicaAsync(parts);
        await rig.AdvanceUntilAsync(() => HasEnded(rig, "cleanup"));
        parts.State.Failure = null;
        Assert.Equal(1, Count(rig, "imports"));

        await rig.AdvanceUntilAsync(() => Count(rig, "imports") == 0);
    }

    private static int Count(HostRig rig, string section) => rig.Parts.State.ReadAsync(section).AsTask().Result.Count;

    private static bool IsHealthy(HostRig rig) =>
        rig.CheckAsync(ImageStreamHealthChecks.Loops).Result.Status == HealthStatus.Healthy;

    private static bool IsTriggerDue(HostRig rig) => rig.Get<TriggerController>().NextDue <= rig.Time.GetUtcNow();

    private static bool HasEnded(HostRig rig, string loop) =>
        rig.Loops.All.Any(it => it.Name == loop && it.State == ControllerLoopState.Stopped);

    private static Task<HostRig> StartReplicaAsync(RigParts parts) => HostRig.StartAsync(
        streams =>
        {
            streams.Services.AddSingleton(new RecordingTarget(parts.Time));
            streams.AddImportController().AddTriggerController<RecordingTarget>().UseReplicas();
        },
        parts);
}
