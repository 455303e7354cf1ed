using ImageStreams.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Hosting;

/// <summary>The end of a host.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task Stop_ImportRuns_WaitsForItsEndAndWritesTheState()
    {
        await using var rig = await StartImportAsync();

        var stop = rig.Host.StopAsync();
        Assert.False(stop.IsCompleted);
        rig.Parts.Gate.Open();
        await stop;

        Assert.NotNull(rig.Reports.FindLastImport(Shop.Name()));
        Assert.Equal(0, rig.Parts.Gate.Canceled);
        Assert.NotEmpty(await rig.Parts.State.ReadAsync("imports"));
    }

    [Fact]
    public async Task Stop_TimeIsOver_CancelsTheImportAndWritesTheState()
    {
        await using var rig = await StartImportAsync();
        using var timeIsOver = new CancellationTokenSource();

        var stop = rig.Host.StopAsync(timeIsOver.Token);
        Assert.False(stop.IsCompleted);
        await timeIsOver.CancelAsync();
        await stop;

        Assert.Equal(1, rig.Parts.Gate.Canceled);
        Assert.Null(rig.Reports.FindLastImport(Shop.Name()));
    }

    [Fact]
    public async Task Stop_ReactionRuns_WaitsForItsEnd()
    {
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController().AddTriggerController<RecordingTarget>());
        var target = rig.Get<RecordingTarget>();
        target.Before = token => WaitAsync(begun, end, token);
        Shop.Push(rig.Parts, "one");
        await rig.Client.Streams.CreateAsync(Shop.Stream());
        target.Source.Set(Shop.Build());
        await rig.AdvanceUntilAsync(() => begun.Task.IsCompleted);

        var stop = rig.Host.StopAsync();
        Assert.False(stop.IsCompleted);
        end.SetResult();
        await stop;

        Assert.Single(target.Builds);
        Assert.Single(rig.Reports.LastReactions, static reaction => reaction is ImageStreams.Controllers.TriggerReaction.BuildStarted);
    }

    [Fact]
    public async Task Stop_StateCannotBeWritten_EndsNevertheless()
    {
        await using var rig = await StartImportAsync();
        rig.Parts.State.Failure = FaultyStateStore.Unavailable;

        rig.Parts.Gate.Open();
        await rig.Host.StopAsync();

        Assert.NotNull(rig.Reports.FindLastImport(Shop.Name()));
    }

    [Fact]
    public async Task Stop_BeforeTheStateCouldBeRead_Ends()
    {
        var parts = new RigParts();
        parts.State.Failure = FaultyStateStore.Unavailable;
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController(), parts);

        await rig.Host.StopAsync();

        Assert.Null(rig.Reports.FindLastImport(Shop.Name()));
    }

    [Fact]
    public async Task Stop_TargetIgnoresItsToken_CancelsTheImportsNevertheless()
    {
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController().AddTriggerController<RecordingTarget>());
        rig.Get<RecordingTarget>().Before = _ => WaitAsync(begun, end, CancellationToken.None);
        Shop.Push(rig.Parts, "one");
        await rig.Client.Streams.CreateAsync(Shop.Stream());
        rig.Get<RecordingTarget>().Source.Set(Shop.Build());
        await rig.AdvanceUntilAsync(() => begun.Task.IsCompleted);
        rig.Parts.Gate.Close();
        await rig.Client.Streams.CreateAsync(Shop.Stream("python"));
        await rig.AdvanceUntilAsync(() => rig.Parts.Gate.Waiting == 1);

        using var timeIsOver = new CancellationTokenSource();
        var stop = rig.Host.StopAsync(timeIsOver.Token);
        await timeIsOver.CancelAsync();
        await rig.AdvanceUntilAsync(() => stop.IsCompleted);
        end.SetResult();

        Assert.Equal(1, rig.Parts.Gate.Canceled);
    }

    [Fact]
    public async Task Stop_SourceIgnoresItsToken_EndsNevertheless()
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var rig = await HostRig.StartAsync(streams =>
        {
            streams.Services.AddSingleton<ImageStreams.Controllers.ITriggerSource>(new StubbornSource(end.Task));
            streams.AddTriggerController<SourcelessTarget>();
        });
        await rig.AdvanceUntilAsync(() => rig.Get<ImageStreams.Controllers.TriggerSourceFeed>().HasSynced);

        using var timeIsOver = new CancellationTokenSource();
        var stop = rig.Host.StopAsync(timeIsOver.Token);
        await timeIsOver.CancelAsync();
        await rig.AdvanceUntilAsync(() => stop.IsCompleted);

        Assert.Contains(rig.Loops.All, static loop => loop is { Name: "objects", State: not ControllerLoopState.Stopped });
        end.SetResult();
    }

    [Fact]
    public async Task Dispose_HostThatWasNotStopped_EndsTheLoops()
    {
        var rig = await HostRig.StartAsync(static streams => streams.AddImportController());
        await rig.AdvanceUntilAsync(() => rig.Get<ImageStreams.Controllers.Reflector<ImageStream>>().HasSynced);
        var loops = rig.Loops;

        rig.Host.Dispose();

        await Eventually.TrueAsync(() => loops.All.All(static loop => loop.State == ControllerLoopState.Stopped));
    }

    private static async Task WaitAsync(TaskCompletionSource begun, TaskCompletionSource end, CancellationToken cancellationToken)
    {
        begun.TrySetResult();
        await end.Task.WaitAsync(cancellationToken);
    }

    private static async Task<HostRig> StartImportAsync()
    {
        var rig = HostRig.Create(static streams => streams.AddImportController());
        Shop.Push(rig.Parts, "one");
        rig.Parts.Gate.Close();
        await rig.Client.Streams.CreateAsync(Shop.Stream());
        await rig.Host.StartAsync();
        await rig.AdvanceUntilAsync(() => rig.Parts.Gate.Waiting == 1);
        return rig;
    }
}
