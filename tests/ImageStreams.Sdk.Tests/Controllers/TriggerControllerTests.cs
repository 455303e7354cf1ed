using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Controllers;

public class TriggerControllerTests
{
    private readonly FakeTimeProvider _timeProvider = new();
    private readonly RecordingTarget _target = new();
    private readonly TriggerController _controller;

    public TriggerControllerTests() => _controller = new TriggerController(_target, timeProvider: _timeProvider);

    [Fact]
    public async Task ReactAsync_StreamThatMoves_StoresTheWorkload()
    {
        _controller.Observe(Ruby('1', "1"));
        _controller.Observe(Web());

        var reaction = Assert.IsType<TriggerReaction.Updated>(await _controller.ReactAsync());

        Assert.Equal("Deployment shop/web", reaction.Object.ToString());
        Assert.Equal([TriggerCause.ObjectChanged.Instance], reaction.Causes);
        Assert.Equal(PullSpec('1'), _target.Workload!.Containers[0].Image);
        Assert.Null(await _controller.ReactAsync());
        Assert.Null(_controller.NextDue);
    }

    [Fact]
    public async Task ReactAsync_SameVersionOfAStream_IsNoChange()
    {
        await ObserveAsync(Ruby('1', "1"), Web());

        _controller.Observe(Ruby('1', "1"));

        Assert.Null(await _controller.ReactAsync());
    }

    [Fact]
    public async Task ReactAsync_StartedBuild_IsNotStartedAgainBeforeItIsObserved()
    {
        _controller.Observe(Ruby('1', "1"));
        _controller.Observe(ABuildConfig().TriggeredBy(ATag("ruby:a")).Build());
        Assert.IsType<TriggerReaction.BuildStarted>(await _controller.ReactAsync());

        _controller.Observe(Ruby('1', "2"));

        Assert.IsType<TriggerReaction.Skipped>(await _controller.ReactAsync());
        Assert.Equal(1, _target.Builds);
    }

    [Fact]
    public async Task ReactAsync_PausedTrigger_ExplainsWhyNothingIsDone()
    {
        await ObserveAsync(Ruby('1', "1"), Web(paused: true));

        _controller.Observe(Ruby('2', "2"));
        var reaction = Assert.IsType<TriggerReaction.Skipped>(await _controller.ReactAsync());

        Assert.Equal("The trigger on ruby:a is paused.", reaction.Explanation);
        Assert.Equal(ImageStreamName.FromParts("shop", "ruby"), Assert.IsType<TriggerCause.StreamChanged>(reaction.Causes[0]).Stream);
        Assert.Null(_target.Workload);
    }

    [Fact]
    public async Task ReactAsync_ManyChangesBeforehand_IsOneReaction()
    {
        _controller.Observe(Web());
        _controller.Observe(Ruby('1', "1"));
        _controller.Observe(Ruby('2', "2"));

        var reaction = await _controller.ReactAsync();

        Assert.Equal(2, reaction!.Causes.Count);
        Assert.Equal(PullSpec('2'), _target.Workload!.Containers[0].Image);
        Assert.Null(await _controller.ReactAsync());
    }

    [Fact]
    public async Task ReactAsync_UnreadableAnnotation_IsFailed()
    {
        _controller.Observe(AWorkload().Runs("old").Annotated(ObjectFieldTrigger.AnnotationName, "not json").Build());

        var reaction = Assert.IsType<TriggerReaction.Failed>(await _controller.ReactAsync());

        Assert.Equal(InvalidTriggerReason.InvalidAnnotation, reaction.Reason);
        Assert.Equal(reaction.Message, reaction.Explanation);
    }

    [Fact]
    public async Task ReactAsync_Conflict_IsRetriedWithGrowingDelays()
    {
        _target.Result = TriggerTargetResult.Conflict.Instance;
        _controller.Observe(Ruby('1', "1"));
        _controller.Observe(Web());

        List<double> waits = [];
        for (var i = 0; i < 12; i++)
        {
            var postponed = Assert.IsType<TriggerReaction.Postponed>(await _controller.ReactAsync());
            Assert.Equal(postponed.RetryAt, _controller.NextDue);
            waits.Add((postponed.RetryAt - _timeProvider.GetUtcNow()).TotalSeconds);
            Assert.Null(await _controller.ReactAsync());
            _timeProvider.Advance(postponed.RetryAt - _timeProvider.GetUtcNow());
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300], waits);
        _target.Result = TriggerTargetResult.Accepted.Instance;
        Assert.Equal([TriggerCause.Retried.Instance], Assert.IsType<TriggerReaction.Updated>(await _controller.ReactAsync()).Causes);
    }

    [Fact]
    public async Task ReactAsync_TargetThatThrows_IsRethrownAndRetried()
    {
        _target.Result = null;
        _controller.Observe(Ruby('1', "1"));
        _controller.Observe(Web());

        await Assert.ThrowsAsync<IOException>(() => _controller.ReactAsync().AsTask());

        _target.Result = TriggerTargetResult.Accepted.Instance;
        Assert.Null(await _controller.ReactAsync());
        _timeProvider.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<TriggerReaction.Updated>(await _controller.ReactAsync());
    }

    [Fact]
    public async Task Remove_ObjectThatIsDue_IsForgotten()
    {
        _controller.Observe(Ruby('1', "1"));
        _controller.Observe(Web());

        _controller.Remove(TriggerObject.From(Web()));

        Assert.Null(await _controller.ReactAsync());
        _controller.Observe(Ruby('2', "2"));
        Assert.Null(await _controller.ReactAsync());
    }

    [Fact]
    public async Task Remove_Stream_KeepsItsImages()
    {
        await ObserveAsync(Ruby('1', "1"), Web());
        _target.Workload = null;

        _controller.Remove(ImageStreamName.FromParts("shop", "ruby"));
        _controller.Observe(Web().WithImages(_ => "by-hand"));

        Assert.Equal(TriggerStatus.Unresolved, (await _controller.ReactAsync())!.Triggers[0].Status);
        Assert.Null(_target.Workload);
    }

    [Fact]
    public async Task ReactAsync_RetargetedObject_ListensToTheNewStreamOnly()
    {
        await ObserveAsync(Ruby('1', "1"), Web());
        await ObserveAsync(AnImageStream("perl").Tag("a").PointsTo('3').Build(), Web("perl:a"));

        _controller.Observe(Ruby('2', "2"));

        Assert.Null(await _controller.ReactAsync());
        Assert.Equal(PullSpec('3'), _target.Workload!.Containers[0].Image);
    }

    [Fact]
    public void Create_DelayOutOfRange_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new TriggerController(_target, new TriggerControllerOptions { RetryDelay = TimeSpan.Zero }));

    private static ImageStream Ruby(char image, string version)
    {
        var stream = AnImageStream().Tag("a").PointsTo(image).Build();
        return stream with { Metadata = stream.Metadata with { ResourceVersion = version } };
    }

    private static Workload Web(string tag = "ruby:a", bool paused = false) =>
        AWorkload().Runs("old").TriggeredBy(tag, paused: paused).Build();

    private async Task ObserveAsync(ImageStream stream, Workload workload)
    {
        _controller.Observe(stream);
        _controller.Observe(workload);
        while (await _controller.ReactAsync() is not null)
        {
        }
    }

    [Fact]
    public void DeploymentConfigOfAnOldVersion_IsObserved()
    {
        _controller.Observe(Workload.Parse(
            """
            {"kind":"DeploymentConfig","apiVersion":"v1beta3","metadata":{"name":"d","namespace":"n"},"spec":{"triggers":[
            {"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["c"],"from":{"kind":"ImageStreamTag",
            "name":"a:b"}}}],"template":{"spec":{"containers":[{"name":"c"}]}}}}
            """));

        Assert.NotNull(_controller.NextDue);
    }

    private sealed class RecordingTarget : ITriggerTarget
    {
        public TriggerTargetResult? Result { get; set; } = TriggerTargetResult.Accepted.Instance;

        public int Builds { get; private set; }

        public Workload? Workload { get; set; }

        public ValueTask<TriggerTargetResult> StartBuildAsync(
            BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
        {
            Builds++;
            return ReturnAsync();
        }

        public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken)
        {
            Workload = updated;
            return ReturnAsync();
        }

        public ValueTask<TriggerTargetResult> UpdateAsync(
            DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) => ReturnAsync();

        private ValueTask<TriggerTargetResult> ReturnAsync() => Result is { } result
            ? ValueTask.FromResult(result)
            : ValueTask.FromException<TriggerTargetResult>(new IOException("The connection broke."));
    }
}
