using ImageStreams.Hosting;
using ImageStreams.Storage;
using ImageStreams.Tests.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ImageStreams.Tests.Hosting;

/// <summary>The health of a host whose watch of streams fails.</summary>
public sealed class StoreOutageTests
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(50);

    [Fact]
    public async Task Watch_FailsOnceInAQuietTime_IsNeverUnhealthy()
    {
        await using var rig = await StartAsync();
        rig.Time.Advance(Quiet);

        await GetStore(rig).CutWhileAsync(StoreFailure.Unavailable, static () => Task.CompletedTask);
        await rig.AdvanceUntilAsync(() => GetStatus(rig) == HealthStatus.Degraded, TimeSpan.FromMilliseconds(1));
        rig.Time.Advance(Quiet);
        Assert.NotEqual(HealthStatus.Unhealthy, GetStatus(rig));

        await rig.AdvanceUntilAsync(() => Watch(rig, HealthStatus.Healthy));
    }

    [Fact]
    public async Task Watch_FailsForLong_IsUnhealthy()
    {
        await using var rig = await StartAsync();

        GetStore(rig).EveryWatch = StoreFailure.Unavailable;
        await GetStore(rig).CutWhileAsync(StoreFailure.Unavailable, static () => Task.CompletedTask);
        await rig.AdvanceUntilAsync(() => GetStatus(rig) == HealthStatus.Degraded);

        await rig.AdvanceUntilAsync(() => GetStatus(rig) == HealthStatus.Unhealthy);
        Assert.StartsWith(
            "The store is unavailable since ",
            (await rig.CheckAsync(ImageStreamHealthChecks.Loops)).Description,
            StringComparison.Ordinal);
    }

    /// <summary>Determines whether a status has come; fails when the host is unhealthy on the way.</summary>
    private static bool Watch(HostRig rig, HealthStatus expected)
    {
        var status = GetStatus(rig);
        Assert.NotEqual(HealthStatus.Unhealthy, status);
        return status == expected;
    }

    private static HealthStatus GetStatus(HostRig rig) => rig.CheckAsync(ImageStreamHealthChecks.Loops).Result.Status;

    private static InterruptedStore GetStore(HostRig rig) => (InterruptedStore)rig.Get<IImageStreamStore>();

    private static async Task<HostRig> StartAsync()
    {
        var parts = new RigParts();
        parts.Store = new InterruptedStore(parts.Store);
        var rig = await HostRig.StartAsync(static streams => streams.AddImportController(), parts);
        await Eventually.TrueAsync(() => GetStore(rig).Watches.Count == 1);
        return rig;
    }
}
