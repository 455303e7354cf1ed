using ImageStreams.Controllers;
using ImageStreams.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Hosting;

/// <summary>A replica that gains a shard goes on with the state that the former owner had.</summary>
public sealed class TakeoverTests
{
    /// <summary>The objects of a shard are due before its state is read; what they then do must not hide that state.</summary>
    [Fact]
    public async Task OneHostStops_TheOtherKeepsItsFusesOpen()
    {
        var parts = new RigParts();
        var target = new RecordingTarget(parts.Time);
        Shop.Push(parts, "first");
        target.Source.Set(Shop.Build());
        await using var first = await StartAsync(parts, "first", target);
        await first.Client.Streams.CreateAsync(Shop.Stream());
        await first.AdvanceUntilAsync(() => target.Count == 1);
        Shop.Push(parts, "second");
        await first.AdvanceUntilAsync(() => FindTrips(first) == 1);

        await using var second = await StartAsync(parts, "second", target);
        await first.StopAsync();
        await second.AdvanceUntilAsync(() => second.Get<ActiveShards>().All.Count == 16);
        await second.AdvanceUntilAsync(() => second.Reports.LastReactions.OfType<TriggerReaction.Held>().Any() || target.Count > 1);

        Assert.Equal(1, target.Count);
        Assert.Equal(1, FindTrips(second));
    }

    private static int FindTrips(HostRig rig) => rig.Get<TriggerController>().Trips.Count;

    private static Task<HostRig> StartAsync(RigParts parts, string replica, RecordingTarget target) => HostRig.StartAsync(
        streams =>
        {
            streams.Services.AddSingleton(target);
            streams.Services.Configure<TriggerControllerOptions>(
                static options => options.Fuse = new TriggerFuseOptions { MaxFirings = 1, Window = TimeSpan.FromDays(1) });
            streams.AddImportController(static imports => imports.Interval = TimeSpan.FromMinutes(1))
                .AddTriggerController<RecordingTarget>()
                .UseReplicas(leases => leases.ReplicaId = replica);
        },
        parts);
}
