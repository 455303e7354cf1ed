using ImageStreams.Controllers;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;

namespace ImageStreams.Tests.Controllers;

public class WaveTests : WaveTestBase
{
    //   base ──> ruby ──> app
    //     └────────────────^
    [Fact]
    public async Task ReactAsync_BaseOfABaseMoves_BuildsEachOnceInOrder()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base"));

        Controller.Observe(Stream("base", '2'));
        Assert.Equal(["ruby BuildStarted", "app Delayed"], await ReactAsync(Controller));

        Controller.Observe(Stream("ruby", '2'));
        Assert.Equal(["app BuildStarted"], await ReactAsync(Controller));
        Controller.Observe(Stream("app", '2'));
        await RunAsync(Controller, TimeSpan.FromHours(3));

        Assert.Equal(["BuildConfig shop/ruby", "BuildConfig shop/app"], Target.Requests);
    }

    [Fact]
    public async Task ReactAsync_UpstreamThatIsOnlyQueued_IsWaitedForWhateverTheOrder()
    {
        await BeginAsync(["base", "a", "b", "c"], Build("c", "b", "base"), Build("b", "a", "base"), Build("a", "base"));

        Controller.Observe(Stream("base", '2'));
        foreach (var next in new[] { "a", "b", "c" })
        {
            await ReactAsync(Controller);
            Controller.Observe(Stream(next, '2'));
        }

        Assert.Equal(["BuildConfig shop/a", "BuildConfig shop/b", "BuildConfig shop/c"], Target.Requests);
    }

    [Fact]
    public async Task ReportBuildEnded_WithoutAnImage_EndsTheWait()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base"));
        Controller.Observe(Stream("base", '2'));
        var reactions = new List<TriggerReaction>();
        while (await Controller.ReactAsync() is { } reaction)
        {
            reactions.Add(reaction);
        }

        var delay = reactions.OfType<TriggerReaction.Delayed>().Last().Delay;
        Assert.Equal("BuildConfig shop/ruby builds a new base image first; without one, the build starts at 2026-03-03 13:00:00Z.", delay.Explanation);

        Controller.ReportBuildEnded(TriggerObject.From(Build("ruby")));

        Assert.Equal(["app BuildStarted"], await ReactAsync(Controller));
    }

    [Fact]
    public async Task ReactAsync_UpstreamThatNeverEnds_IsGivenUpAfterTheLimit()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base"));
        Controller.Observe(Stream("base", '2'));

        await RunAsync(Controller, TimeSpan.FromMinutes(59));
        Assert.Equal(["BuildConfig shop/ruby"], Target.Requests);
        await RunAsync(Controller, TimeSpan.FromMinutes(1));

        Assert.Equal(["BuildConfig shop/ruby", "BuildConfig shop/app"], Target.Requests);
    }

    [Fact]
    public async Task Remove_UpstreamThatRuns_EndsTheWait()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base"));
        Controller.Observe(Stream("base", '2'));
        await ReactAsync(Controller);

        Controller.Remove(TriggerObject.From(Build("ruby")));

        Assert.Equal(["app BuildStarted"], await ReactAsync(Controller));
    }

    [Fact]
    public async Task ReactAsync_Cycle_DoesNotWaitForItself()
    {
        await BeginAsync(["base", "a", "b"], Build("a", "b", "base"), Build("b", "a", "base"));

        Controller.Observe(Stream("base", '2'));

        Assert.Equal(["a BuildStarted", "b BuildStarted"], (await ReactAsync(Controller)).Order());
    }

    [Fact]
    public async Task ReactAsync_BaseByAnAlias_IsWaitedFor()
    {
        var alias = AliasedStream();
        await BeginAsync(["base", "app"], ABuildConfig("ruby").PushesTo("ruby:a").TriggeredBy(ATag("base:a")).Build(),
            ABuildConfig("app").PushesTo("app:a").TriggeredBy(ATag("ruby:latest")).TriggeredBy(ATag("base:a")).Build());
        Controller.Observe(alias);
        await ReactAsync(Controller);
        Target.Requests.Clear();
        EndAll();

        Controller.Observe(Stream("base", '2'));
        await ReactAsync(Controller);

        Assert.Equal(["BuildConfig shop/ruby"], Target.Requests);
    }

    [Fact]
    public async Task ReactAsync_PausedUpstream_IsNotWaitedFor()
    {
        await BeginAsync(["base", "ruby", "app"], Build("ruby", "base"), Build("app", "ruby", "base"));
        Controller.Pause(TriggerObject.From(Build("ruby")));

        Controller.Observe(Stream("base", '2'));
        await ReactAsync(Controller);

        Assert.Equal(["BuildConfig shop/app"], Target.Requests);
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
