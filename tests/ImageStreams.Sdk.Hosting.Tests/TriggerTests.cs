using ImageStreams.Controllers;
using ImageStreams.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ImageStreams.Tests.Hosting;

/// <summary>Reactions in a host.</summary>
public sealed class TriggerTests
{
    [Fact]
    public async Task Tag_Moves_StartsABuild()
    {
        await using var rig = await StartAsync();
        var target = rig.Get<RecordingTarget>();
        target.Source.Set(Shop.Build());

        await rig.AdvanceUntilAsync(() => target.Builds.Count == 1);
        var second = Shop.Push(rig.Parts, "two");
        await rig.AdvanceUntilAsync(() => target.Builds.Count == 2, TimeSpan.FromSeconds(10));

        Assert.EndsWith(second, target.Builds.Last(), StringComparison.Ordinal);
        Assert.Contains(rig.Reports.LastReactions, static reaction => reaction is TriggerReaction.BuildStarted);
    }

    [Fact]
    public async Task Target_Throws_IsRetriedAndTheLoopGoesOn()
    {
        await using var rig = await StartAsync();
        var target = rig.Get<RecordingTarget>();
        var failures = 0;
        target.Before = _ => ++failures <= 3 ? throw new IOException("broken pipe") : Task.CompletedTask;

        target.Source.Set(Shop.Build());
        await rig.AdvanceUntilAsync(() => target.Builds.Count == 1);

        Assert.Equal(4, failures);
        Assert.Equal(HealthStatus.Healthy, (await rig.CheckAsync(ImageStreamHealthChecks.Loops)).Status);
    }

    [Fact]
    public async Task Source_IsRegistered_IsUsedRatherThanTheTarget()
    {
        var source = new InMemoryTriggerSource();
        await using var rig = await StartAsync(streams => streams.Services.AddSingleton<ITriggerSource>(source));

        source.Set(Shop.Build("other"));
        await rig.AdvanceUntilAsync(() => rig.Get<RecordingTarget>().Builds.Count == 1);

        Assert.StartsWith("other ", rig.Get<RecordingTarget>().Builds.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutASource_FailsWithASentence()
    {
        var rig = HostRig.Create(static streams => streams.AddTriggerController<SourcelessTarget>());
        using var host = rig.Host;

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Equal(
            "The trigger controller has no source of objects: register an ITriggerSource, or let SourcelessTarget implement it.",
            error.Message);
    }

    private static async Task<HostRig> StartAsync(Action<IImageStreamsBuilder>? configure = null)
    {
        var rig = HostRig.Create(streams =>
        {
            streams.AddImportController(static imports => imports.Interval = TimeSpan.FromMinutes(5))
                .AddTriggerController<RecordingTarget>();
            configure?.Invoke(streams);
        });
        Shop.Push(rig.Parts, "one");
        await rig.Client.Streams.CreateAsync(Shop.Stream());
        await rig.Host.StartAsync();
        return rig;
    }
}
