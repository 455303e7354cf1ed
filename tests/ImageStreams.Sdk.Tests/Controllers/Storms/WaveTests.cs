using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;

namespace ImageStreams.Tests.Controllers;

public class WaveTests : StormTestBase
{
    private readonly TriggerController _controller;

    public WaveTests() => _controller = Create(new TriggerControllerOptions { Waves = new BuildWaveOptions() });

    //   base ──> ruby ──> app
    //     └────────────────^
    [Fact]
    public async Task ReactAsync_BaseOfABaseMoves_BuildsEachOnceInOrder()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base"));

        _controller.Observe(Stream("base", '2'));
        Assert.Equal(["ruby BuildStarted", "app Delayed"], await ReactAsync(_controller));

        _controller.Observe(Stream("ruby", '2'));
        Assert.Equal(["app BuildStarted"], await ReactAsync(_controller));
        _controller.Observe(Stream("app", '2'));
        await RunAsync(_controller, TimeSpan.FromHours(3));

        Assert.Equal(["BuildConfig shop/ruby", "BuildConfig shop/app"], Target.Requests);
    }

    [Fact]
    public async Task ReactAsync_UpstreamThatIsOnlyQueued_IsWaitedForWhateverTheOrder()
    {
        await BeginAsync(["base", "a", "b", "c"], Build("c", "b", "base"), Build("b", "a", "base"), Build("a", "base"));

        _controller.Observe(Stream("base", '2'));
        foreach (var next in new[] { "a", "b", "c" })
        {
            await ReactAsync(_controller);
            _controller.Observe(Stream(next, '2'));
        }

        Assert.Equal(["BuildConfig shop/a", "BuildConfig shop/b", "BuildConfig shop/c"], Target.Requests);
    }

    [Fact]
    public async Task ReportBuildEnded_WithoutAnImage_EndsTheWait()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base"));
        _controller.Observe(Stream("base", '2'));
        var reactions = new List<TriggerReaction>();
        while (await _controller.ReactAsync() is { } reaction)
        {
            reactions.Add(reaction);
        }

        var delay = reactions.OfType<TriggerReaction.Delayed>().Last().Delay;
        Assert.Equal("BuildConfig shop/ruby builds a new base image first; without one, the build starts at 2026-03-03 13:00:00Z.", delay.Explanation);

        _controller.ReportBuildEnded(TriggerObject.From(Build("ruby")));

        Assert.Equal(["app BuildStarted"], await ReactAsync(_controller));
    }

    [Fact]
    public async Task ReactAsync_UpstreamThatNeverEnds_IsGivenUpAfterTheLimit()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base"));
        _controller.Observe(Stream("base", '2'));

        await RunAsync(_controller, TimeSpan.FromMinutes(59));
        Assert.Equal(["BuildConfig shop/ruby"], Target.Requests);
        await RunAsync(_controller, TimeSpan.FromMinutes(1));

        Assert.Equal(["BuildConfig shop/ruby", "BuildConfig shop/app"], Target.Requests);
    }

    [Fact]
    public async Task Remove_UpstreamThatRuns_EndsTheWait()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base"));
        _controller.Observe(Stream("base", '2'));
        await ReactAsync(_controller);

        _controller.Remove(TriggerObject.From(Build("ruby")));

        Assert.Equal(["app BuildStarted"], await ReactAsync(_controller));
    }

    [Fact]
    public async Task ReactAsync_Cycle_DoesNotWaitForItself()
    {
        await BeginAsync(["base", "a", "b"], Build("a", "b", "base"), Build("b", "a", "base"));

        _controller.Observe(Stream("base", '2'));

        Assert.Equal(["a BuildStarted", "b BuildStarted"], (await ReactAsync(_controller)).Order());
    }

    [Fact]
    public async Task ReactAsync_BaseByAnAlias_IsWaitedFor()
    {
        var alias = AliasedStream();
        await BeginAsync(["base", "app"], ABuildConfig("ruby").PushesTo("ruby:a").TriggeredBy(ATag("base:a")).Build(),
            ABuildConfig("app").PushesTo("app:a").TriggeredBy(ATag("ruby:latest")).TriggeredBy(ATag("base:a")).Build());
        _controller.Observe(alias);
        await ReactAsync(_controller);
        Target.Requests.Clear();
        EndAll();

        _controller.Observe(Stream("base", '2'));
        await ReactAsync(_controller);

        Assert.Equal(["BuildConfig shop/ruby"], Target.Requests);
    }

    [Fact]
    public async Task ReactAsync_PausedUpstream_IsNotWaitedFor()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base"));
        _controller.Pause(TriggerObject.From(Build("ruby")));

        _controller.Observe(Stream("base", '2'));
        await ReactAsync(_controller);

        Assert.Equal(["BuildConfig shop/app"], Target.Requests);
    }

    /// <summary>Observes streams and builds, lets all of them build, and forgets that.</summary>
    private async Task BeginAsync(IEnumerable<string> streams, params BuildConfig[] builds)
    {
        foreach (var stream in streams)
        {
            _controller.Observe(Stream(stream, '1'));
        }

        foreach (var build in builds)
        {
            _controller.Observe(build);
        }

        for (var i = 0; i < builds.Length; i++)
        {
            await ReactAsync(_controller);
            EndAll();
        }

        await ReactAsync(_controller);
        Target.Requests.Clear();
    }

    private void EndAll()
    {
        foreach (var name in new[] { "base", "ruby", "app", "a", "b", "c" })
        {
            _controller.ReportBuildEnded(TriggerObject.From(Build(name)));
        }
    }

    private ImageStream AliasedStream()
    {
        var stream = Stream("ruby", '1');
        var alias = new TagReference { Name = "latest", From = ATag("a") };
        var history = stream.Status.Tags[0];
        return stream with
        {
            Spec = stream.Spec with { Tags = [.. stream.Spec.Tags, alias] },
            Status = stream.Status with { Tags = [history, history with { Tag = "latest" }] },
        };
    }
}
