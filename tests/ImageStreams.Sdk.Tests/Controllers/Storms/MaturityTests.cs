using ImageStreams.Controllers;
using ImageStreams.Storage;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Controllers;

public class MaturityTests : StormTestBase
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    private readonly TriggerController _controller;

    public MaturityTests() => _controller = Create(new TriggerControllerOptions { MaturityDelay = HalfAnHour });

    [Fact]
    public async Task ReactAsync_NewImage_IsTakenWhenItIsMature()
    {
        _controller.Observe(Stream("ruby", '1'));
        _controller.Observe(Build("app", "ruby"));

        var delayed = Assert.IsType<TriggerReaction.Delayed>(await _controller.ReactAsync());
        var delay = Assert.IsType<TriggerDelay.Immature>(delayed.Delay);
        Assert.Equal(Now + HalfAnHour, delay.Until);
        Assert.Equal(Now + HalfAnHour, _controller.NextDue);
        Assert.Equal(
            "shop/ruby:a has its image since 2026-03-03 12:00:00Z, and it is taken after 00:30:00, at 2026-03-03 12:30:00Z.",
            delayed.Explanation);

        TimeProvider.Advance(HalfAnHour);
        var started = Assert.IsType<TriggerReaction.BuildStarted>(await _controller.ReactAsync());
        Assert.Equal([TriggerCause.DelayEnded.Instance], started.Causes);
        Assert.Null(_controller.NextDue);
    }

    [Fact]
    public async Task ReactAsync_ImageThatIsReplacedBefore_IsNeverTaken()
    {
        _controller.Observe(Stream("ruby", '1'));
        _controller.Observe(Build("app", "ruby"));
        await RunAsync(_controller, TimeSpan.FromMinutes(20));

        _controller.Observe(Stream("ruby", '2'));
        await RunAsync(_controller, TimeSpan.FromMinutes(29));
        Assert.Empty(Target.Requests);
        await RunAsync(_controller, TimeSpan.FromMinutes(1));

        Assert.Equal(["BuildConfig shop/app"], Target.Requests);
    }

    [Theory]
    [InlineData("2h", 120)]
    [InlineData("0s", 0)]
    [InlineData("a while", 30)]
    public async Task ReactAsync_AnnotationOfATag_CountsInstead(string annotation, int minutes)
    {
        _controller.Observe(Stream("ruby", '1', annotation));
        _controller.Observe(AWorkload().Runs("old").TriggeredBy("ruby:a").Build());

        await RunAsync(_controller, TimeSpan.FromMinutes(Math.Max(minutes - 1, 0)));
        Assert.Equal(minutes == 0 ? 1 : 0, Target.Requests.Count);
        await RunAsync(_controller, TimeSpan.FromMinutes(1));

        Assert.Equal(["Deployment shop/web"], Target.Requests);
    }

    [Fact]
    public async Task RestoreState_ImageWithoutATime_CountsFromItsFirstObservation()
    {
        _controller.Observe(Stream("ruby", '1', hasTime: false));
        _controller.Observe(Build("app", "ruby"));
        await RunAsync(_controller, TimeSpan.FromMinutes(20));
        var state = Assert.Single(_controller.TakeStateChanges());

        var restarted = Create(new TriggerControllerOptions { MaturityDelay = HalfAnHour });
        restarted.RestoreState([state]);
        restarted.Observe(Stream("ruby", '1', hasTime: false));
        restarted.Observe(Build("app", "ruby"));
        await RunAsync(restarted, TimeSpan.FromMinutes(10));

        Assert.Equal(["BuildConfig shop/app"], Target.Requests);
        Assert.Equal(new StateRecord("triggers", "BuildConfig shop/app", null), Assert.Single(restarted.TakeStateChanges()));
    }

    [Theory]
    [InlineData("30m", 1800)]
    [InlineData("1h30m", 5400)]
    [InlineData("1d12h5s", 129_605)]
    [InlineData("366d", 31_622_400)]
    public void TryParse_Delay_IsRead(string text, int seconds)
    {
        Assert.True(MaturityDelay.TryParse(text, out var delay));
        Assert.Equal(TimeSpan.FromSeconds(seconds), delay);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("m")]
    [InlineData("-1m")]
    [InlineData("1.5h")]
    [InlineData("30 m")]
    [InlineData("367d")]
    [InlineData("99999999999s")]
    [InlineData("٣m")]
    public void TryParse_SomethingElse_IsNot(string? text) => Assert.False(MaturityDelay.TryParse(text, out _));
}
