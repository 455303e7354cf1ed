using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Controllers;

public class PauseTests : StormTestBase
{
    private static readonly ImageStreamName Ruby = ImageStreamName.FromParts("shop", "ruby");

    private readonly TriggerController _controller;

    public PauseTests() => _controller = Create(new TriggerControllerOptions());

    private static TriggerObject App { get; } = new() { Kind = "BuildConfig", Namespace = "shop", Name = "app" };

    [Fact]
    public async Task Resume_Object_DoesOnceWhatWasDue()
    {
        Assert.True(_controller.Pause(App));
        Assert.False(_controller.Pause(App));
        _controller.Observe(Stream("ruby", '1'));
        _controller.Observe(Build("app", "ruby"));
        _controller.Observe(Build("other", "ruby"));

        Assert.Equal(["app Delayed", "other BuildStarted"], await ReactAsync(_controller));
        _controller.Observe(Stream("ruby", '2'));
        Assert.Equal(["app Delayed", "other BuildStarted"], await ReactAsync(_controller));
        Assert.True(_controller.Resume(App));

        var started = Assert.IsType<TriggerReaction.BuildStarted>(await _controller.ReactAsync());
        Assert.Equal([TriggerCause.Resumed.Instance], started.Causes);
        Assert.Empty(await ReactAsync(_controller));
        Assert.False(_controller.Resume(App));
    }

    [Fact]
    public async Task Pause_Stream_HoldsOnlyWhatItFires()
    {
        _controller.Pause(Ruby);
        _controller.Observe(Stream("ruby", '1'));
        _controller.Observe(Stream("perl", '1'));
        _controller.Observe(Build("a", "ruby"));
        _controller.Observe(Build("b", "perl"));

        Assert.Equal(["a Delayed", "b BuildStarted"], await ReactAsync(_controller));
        _controller.Resume(Ruby);
        Assert.Equal(["a BuildStarted"], await ReactAsync(_controller));
    }

    [Fact]
    public async Task Resume_OneOfTwoPauses_WaitsForTheOther()
    {
        _controller.PauseEverything();
        _controller.Pause(App);
        _controller.Observe(Stream("ruby", '1'));
        _controller.Observe(Build("app", "ruby"));
        var delayed = Assert.IsType<TriggerReaction.Delayed>(await _controller.ReactAsync());
        Assert.Equal("All triggers are paused since 2026-03-03 12:00:00Z.", delayed.Explanation);
        Assert.Null(delayed.Delay.Until);

        _controller.ResumeEverything();
        delayed = Assert.IsType<TriggerReaction.Delayed>(await _controller.ReactAsync());
        Assert.Equal("BuildConfig shop/app is paused since 2026-03-03 12:00:00Z.", delayed.Explanation);

        _controller.Resume(App);
        Assert.IsType<TriggerReaction.BuildStarted>(await _controller.ReactAsync());
    }

    [Fact]
    public async Task RestoreState_Pauses_SurviveARestart()
    {
        _controller.Pause(App);
        _controller.Pause(Ruby);
        _controller.PauseEverything();
        var state = _controller.TakeStateChanges();
        Assert.Equal(["*", "BuildConfig shop/app", "ImageStream shop/ruby"], state.Select(record => record.Key));
        Assert.Empty(_controller.TakeStateChanges());

        var restarted = Create(new TriggerControllerOptions());
        restarted.RestoreState(state);
        Assert.Equal(_controller.Pauses, restarted.Pauses);
        Assert.Empty(restarted.TakeStateChanges());
        restarted.Observe(Stream("perl", '1'));
        restarted.Observe(Build("other", "perl"));
        Assert.Equal(["other Delayed"], await ReactAsync(restarted));
        restarted.ResumeEverything();

        Assert.Null(Assert.Single(restarted.TakeStateChanges()).Value);
        Assert.Equal(["other BuildStarted"], await ReactAsync(restarted));
    }

    [Fact]
    public async Task SynchronizePauses_PausesOfAnotherReplica_AreFollowed()
    {
        var other = Create(new TriggerControllerOptions());
        _controller.Pause(App);
        var saved = _controller.TakeStateChanges();
        other.Pause(Ruby);
        other.SynchronizePauses(saved);
        Assert.Equal(2, other.Pauses.Count);
        other.Observe(Stream("ruby", '1'));
        other.Observe(Build("app", "ruby"));
        Assert.Equal(["app Delayed"], await ReactAsync(other));

        other.TakeStateChanges();
        other.SynchronizePauses([]);

        Assert.Empty(other.Pauses);
        Assert.Equal(["app BuildStarted"], await ReactAsync(other));
    }
}
