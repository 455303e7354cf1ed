using ImageStreams.References;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Hosting;

/// <summary>A host that follows another one on the same store.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Restart_TagThatWasChecked_KeepsItsTimes()
    {
        var parts = new RigParts();
        DateTimeOffset? before;
        Shop.Push(parts, "one");
        await using (var first = await StartAsync(parts))
        {
            await first.Client.Streams.CreateAsync(Shop.Stream());
            await first.AdvanceUntilAsync(() => first.FindLastChecked("ruby", "1") is not null);
            before = first.FindLastChecked("ruby", "1");
        }

        parts.Time.Advance(TimeSpan.FromMinutes(1));
        await using var second = await StartAsync(parts);
        await Eventually.TrueAsync(() => second.Imports.Schedule.Find(Shop.Name()).Count == 1);

        var tag = second.Imports.Schedule.Find(Shop.Name()).Single();
        Assert.Equal(before, tag.LastChecked);
        Assert.InRange(tag.NextCheck, before!.Value.AddMinutes(14), before.Value.AddMinutes(16));
    }

    [Fact]
    public async Task Restart_PausedStream_StaysPaused()
    {
        var parts = new RigParts();
        Shop.Push(parts, "one");
        await using (var first = await StartAsync(parts))
        {
            await first.Client.Streams.CreateAsync(Shop.Stream());
            first.Imports.Schedule.Pause(Shop.Name());
        }

        await using var second = await StartAsync(parts);
        await Eventually.TrueAsync(() => second.Imports.Schedule.Find(Shop.Name()).Count == 1);

        Assert.True(second.Imports.Schedule.Find(Shop.Name()).Single().IsPaused);
    }

    [Fact]
    public async Task Restart_BuildThatWasStarted_IsNotStartedAgain()
    {
        var parts = new RigParts();
        var target = new RecordingTarget(parts.Time);
        Shop.Push(parts, "one");
        target.Source.Set(Shop.Build());
        await using (var first = await StartAsync(parts, target))
        {
            await first.Client.Streams.CreateAsync(Shop.Stream());
            await first.AdvanceUntilAsync(() => target.Builds.Count == 1);
        }

        await using var second = await StartAsync(parts, target);
        await second.AdvanceUntilAsync(() => second.Reports.LastReactions.Count > 0);

        Assert.Single(target.Builds);
    }

    [Fact]
    public async Task Restart_StreamThatWasDeletedMeanwhile_LosesItsState()
    {
        var parts = new RigParts();
        Shop.Push(parts, "one");
        await using (var first = await StartAsync(parts))
        {
            await first.Client.Streams.CreateAsync(Shop.Stream());
            await first.AdvanceUntilAsync(() => first.FindLastChecked("ruby", "1") is not null);
        }

        await using var second = HostRig.Create(static streams => streams.AddImportController(), parts);
        await second.Client.Streams.DeleteAsync(Shop.Namespace, "ruby");
        Assert.Single(await parts.State.ReadAsync("imports"));
        await second.Host.StartAsync();

        await second.AdvanceUntilAsync(() => parts.State.ReadAsync("imports").AsTask().Result.Count == 0);
    }

    [Fact]
    public async Task Pause_WhileTheHostRuns_IsWrittenWithinSeconds()
    {
        await using var rig = await StartAsync(new RigParts());

        rig.Imports.Schedule.Pause(ImageStreamName.FromParts(Shop.Namespace, "later"));

        await rig.AdvanceUntilAsync(() => rig.Parts.State.ReadAsync("import-pauses").AsTask().Result.Count == 1);
    }

    private static Task<HostRig> StartAsync(RigParts parts, RecordingTarget? target = null) => HostRig.StartAsync(
        streams =>
        {
            streams.Services.AddSingleton(target ?? new RecordingTarget(parts.Time));
            streams.AddImportController().AddTriggerController<RecordingTarget>();
        },
        parts);
}
