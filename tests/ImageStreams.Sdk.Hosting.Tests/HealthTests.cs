using ImageStreams.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ImageStreams.Tests.Hosting;

/// <summary>The health of a host.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task Ready_StateCannotBeReadYet_IsUnhealthyUntilTheListsAreRead()
    {
        var parts = new RigParts();
        parts.State.Failure = FaultyStateStore.Unavailable;
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController(), parts);

        var before = await rig.CheckAsync(ImageStreamHealthChecks.Ready);
        parts.State.Failure = null;
        await rig.AdvanceUntilAsync(() => IsHealthy(rig, ImageStreamHealthChecks.Ready));

        Assert.Equal((HealthStatus.Unhealthy, "The streams are not listed yet."), (before.Status, before.Description));
    }

    [Fact]
    public async Task Ready_ObjectsAreNotListedYet_IsUnhealthy()
    {
        await using var rig = await HostRig.StartAsync(static streams =>
        {
            streams.Services.AddSingleton<ImageStreams.Controllers.ITriggerSource>(new SilentSource());
            streams.AddTriggerController<SourcelessTarget>();
        });

        await rig.AdvanceUntilAsync(() => rig.Get<ImageStreams.Controllers.Reflector<ImageStream>>().HasSynced);

        Assert.Equal(
            "The objects with triggers are not listed yet.",
            (await rig.CheckAsync(ImageStreamHealthChecks.Ready)).Description);
    }

    [Fact]
    public async Task Imports_TagsAreLate_IsDegradedAndNamesTheLatestWithTheirRootCause()
    {
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController());
        await rig.Client.Streams.CreateAsync(Shop.Stream());
        await rig.AdvanceUntilAsync(() => rig.FindLastChecked("ruby", "1") is not null);
        Assert.True(IsHealthy(rig, ImageStreamHealthChecks.Imports));

        rig.Parts.Gate.Close();
        rig.Time.Advance(TimeSpan.FromMinutes(31));
        var late = await rig.CheckAsync(ImageStreamHealthChecks.Imports);
        rig.Parts.Gate.Open();

        Assert.Equal(
            (HealthStatus.Degraded, "0 of 1 scheduled tags were checked in time."), (late.Status, late.Description));
        Assert.StartsWith("shop/ruby:1 is late by 0.00:0", Assert.Single((string[])late.Data["worst"]), StringComparison.Ordinal);
        Assert.Contains(": NotFound, ", Assert.Single((string[])late.Data["worst"]), StringComparison.Ordinal);
        Assert.Equal(1, late.Data["failing"]);
    }

    [Fact]
    public async Task Imports_AreOnTimeAgain_IsHealthyAgain()
    {
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController());
        Shop.Push(rig.Parts, "one");
        await rig.Client.Streams.CreateAsync(Shop.Stream());
        await rig.AdvanceUntilAsync(() => rig.FindLastChecked("ruby", "1") is not null);

        rig.Parts.Gate.Close();
        await rig.AdvanceUntilAsync(() => !IsHealthy(rig, ImageStreamHealthChecks.Imports), TimeSpan.FromMinutes(1));
        rig.Parts.Gate.Open();

        await rig.AdvanceUntilAsync(() => IsHealthy(rig, ImageStreamHealthChecks.Imports));
    }

    [Fact]
    public async Task Store_Unavailable_IsDegradedAndUnhealthyAfterTheLimit()
    {
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController());
        rig.Parts.State.Failure = FaultyStateStore.Unavailable;
        rig.Imports.Schedule.Pause(Shop.Name());

        await rig.AdvanceUntilAsync(() => !IsHealthy(rig, ImageStreamHealthChecks.Loops));
        var first = await rig.CheckAsync(ImageStreamHealthChecks.Loops);
        rig.Time.Advance(ImageStreamHealthOptions.DefaultStoreOutageLimit);
        var later = await rig.CheckAsync(ImageStreamHealthChecks.Loops);
        rig.Parts.State.Failure = null;
        await rig.AdvanceUntilAsync(() => IsHealthy(rig, ImageStreamHealthChecks.Loops));

        Assert.Equal((HealthStatus.Degraded, HealthStatus.Unhealthy), (first.Status, later.Status));
        Assert.EndsWith("The database does not answer.", later.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loop_Dies_IsUnhealthyWithTheErrorUntilItWorksAgain()
    {
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController());
        await rig.AdvanceUntilAsync(() => IsHealthy(rig, ImageStreamHealthChecks.Ready));
        rig.Parts.State.Failure = static () => new InvalidOperationException("A bug of the store.");
        rig.Imports.Schedule.Pause(Shop.Name());

        await rig.AdvanceUntilAsync(() => !IsHealthy(rig, ImageStreamHealthChecks.Loops));
        var dead = await rig.CheckAsync(ImageStreamHealthChecks.Loops);
        rig.Parts.State.Failure = null;
        await rig.AdvanceUntilAsync(() => IsHealthy(rig, ImageStreamHealthChecks.Loops));

        Assert.Equal(
            (HealthStatus.Unhealthy, "The loop 'state' died: InvalidOperationException: A bug of the store."),
            (dead.Status, dead.Description));
    }

    [Fact]
    public async Task Loop_StateCannotBeReadByABug_IsUnhealthyAndTriedAgain()
    {
        var parts = new RigParts();
        parts.State.Failure = static () => new InvalidOperationException("A bug of the store.");
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController(), parts);

        await Eventually.TrueAsync(() => !IsHealthy(rig, ImageStreamHealthChecks.Loops));
        parts.State.Failure = null;

        await rig.AdvanceUntilAsync(() => IsHealthy(rig, ImageStreamHealthChecks.Loops) && IsHealthy(rig, ImageStreamHealthChecks.Ready));
    }

    [Fact]
    public async Task Imports_WithoutAnImportController_IsHealthy()
    {
        await using var rig = await HostRig.StartAsync(static streams => streams.AddTriggerController<RecordingTarget>());

        Assert.True(IsHealthy(rig, ImageStreamHealthChecks.Imports));
    }

    private static bool IsHealthy(HostRig rig, string name) => rig.CheckAsync(name).Result.Status == HealthStatus.Healthy;
}
