using ImageStreams.Lifecycle;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Lifecycle;

/// <summary>The bookkeeping of generations: of the stream, of the spec tag, and of its event or condition.</summary>
public class ImportRecordingTests
{
    private static readonly Timestamp Now = new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Succeed_FirstImage_IsTheNextGenerationEverywhere()
    {
        var next = Succeed(AnImageStream().Tag("a").FollowsImage("quay.io/app/web").Build(), '1');

        AssertGenerations(next, stream: 2, specTag: 2, history: 2);
        Assert.Equal([AnEvent('1', 2) with { Created = Now }], next.Status.Tags[0].Items);
    }

    [Fact]
    public void Succeed_OtherTags_KeepTheirGeneration()
    {
        var next = Succeed(AnImageStream().AtGeneration(4).Tag("a").Tag("b", generation: 3).Build(), '1');

        AssertGenerations(next, stream: 5, specTag: 5, history: 5);
        Assert.Equal(3, next.Spec.Tags.Find("b")!.Generation);
    }

    [Fact]
    public void Succeed_SameImageForTheSameSpecTag_ReturnsTheSameStream()
    {
        var stream = AnImageStream().AtGeneration(7).Tag("a").PointsTo('1').Build();
        Assert.Same(stream, Succeed(stream, '1'));
    }

    [Fact]
    public void Succeed_SameImageForANewerSpecTag_MovesOnlyTheGeneration()
    {
        var next = Succeed(AnImageStream().AtGeneration(7).Tag("a", generation: 7).PointsTo('1').Build(), '1');

        AssertGenerations(next, stream: 8, specTag: 8, history: 8);
        Assert.Equal([AnEvent('1', 8)], next.Status.Tags[0].Items);
    }

    [Fact]
    public void Succeed_SpecTagForANewImport_MovesOnlyTheGeneration()
    {
        var next = Succeed(AnImageStream().AtGeneration(7).Tag("a", generation: 0).PointsTo('1').Build(), '1');
        AssertGenerations(next, stream: 8, specTag: 8, history: 8);
    }

    [Fact]
    public void Succeed_SpecTagOfAnOldClient_GetsAGeneration()
    {
        var next = Succeed(AnImageStream().Tag("a", generation: null).PointsTo('1').Build(), '1');
        AssertGenerations(next, stream: 2, specTag: 2, history: 2);
    }

    [Fact]
    public void Succeed_AfterAFailure_RemovesTheCondition()
    {
        var failed = Fail(AnImageStream().Tag("a").PointsTo('1').Build(), "NotFound");

        var next = Succeed(failed, '1');

        AssertGenerations(next, stream: 3, specTag: 3, history: 3);
        Assert.True(next.Status.Tags[0].Conditions.IsEmpty);
    }

    [Fact]
    public void Succeed_FailureOfTheSameGeneration_RemovesOnlyTheCondition()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').HasFailed("NotFound").Build();

        var next = Succeed(stream, '1');

        AssertGenerations(next, stream: 1, specTag: 1, history: 1);
        Assert.True(next.Status.Tags[0].Conditions.IsEmpty);
    }

    [Fact]
    public void Succeed_Followers_MoveAlong()
    {
        var next = Succeed(AnImageStream().Tag("a").Tag("b").Follows("a").Tag("c").Follows("ruby:b").Build(), '1');

        Assert.Equal(["a", "b", "c"], next.Status.Tags.Select(history => history.Tag));
        Assert.All(next.Status.Tags, history => Assert.Equal([AnEvent('1', 2) with { Created = Now }], history.Items));
    }

    [Fact]
    public void Fail_AfterAnImage_KeepsTheImage()
    {
        var stream = AnImageStream().AtGeneration(3).Tag("a", generation: 3).PointsTo('1').Build();

        var next = Fail(stream, "NotFound");

        AssertGenerations(next, stream: 4, specTag: 4, history: 1);
        Assert.Equal(stream.Status.Tags[0].Items, next.Status.Tags[0].Items);
        Assert.Equal(
            [AFailure("NotFound", 4) with { LastTransitionTime = Now, Message = "It is NotFound." }],
            next.Status.Tags[0].Conditions);
    }

    [Fact]
    public void Fail_SameReasonAndMessageAgain_ReturnsTheSameStream()
    {
        var failed = Fail(AnImageStream().Tag("a").Build(), "NotFound");
        Assert.Same(failed, RecordedImports.RecordFailure(failed, "a", "NotFound", "It is NotFound.", Now));
    }

    [Fact]
    public void Fail_SameReasonInOtherWords_ReplacesTheCondition()
    {
        var failed = Fail(AnImageStream().Tag("a").Build(), "NotFound");

        var next = RecordedImports.RecordFailure(failed, "a", "NotFound", "In other words.", Now);

        Assert.Equal("In other words.", Assert.Single(next.Status.Tags[0].Conditions).Message);
    }

    [Fact]
    public void Fail_AnotherReason_ReplacesTheCondition()
    {
        var next = Fail(Fail(AnImageStream().Tag("a").Build(), "NotFound"), "Unauthorized");

        Assert.Equal(["Unauthorized"], next.Status.Tags[0].Conditions.Select(condition => condition.Reason));
        Assert.Equal(3, next.Metadata.Generation);
    }

    [Fact]
    public void Fail_SameReasonForANewerSpecTag_IsRecordedAgain()
    {
        var stream = AnImageStream().AtGeneration(5).Tag("a", generation: 5).HasFailed("NotFound", generation: 2).Build();

        var next = Fail(stream, "NotFound");

        Assert.Equal(6, next.Spec.Tags[0].Generation);
        Assert.Equal([6L], next.Status.Tags[0].Conditions.Select(condition => condition.Generation));
        Assert.Same(next, Fail(next, "NotFound"));
    }

    [Theory]
    [InlineData('1', 1L, true)]
    [InlineData('2', 1L, false)]
    [InlineData('1', 2L, false)]
    [InlineData('1', null, false)]
    public void FindCurrent_TagWithImage1OfGeneration1_DependsOnImageAndSpecTag(char image, long? specTag, bool expected)
    {
        var stream = AnImageStream().Tag("a", specTag).PointsTo('1').Build();
        var current = ImportRecording.FindCurrent(stream, "a", stream.Spec.Tags[0].Generation);
        Assert.Equal(expected, current?.Image == Image(image) && current.DockerImageReference == PullSpec(image));
    }

    [Fact]
    public void FindCurrent_FailedSince_IsTheImageBefore()
    {
        var stream = AnImageStream().Tag("a", generation: 2).PointsTo('1').HasFailed("NotFound", generation: 2).Build();
        Assert.Equal(Image('1'), ImportRecording.FindCurrent(stream, "a", 2)!.Image);
        Assert.Null(ImportRecording.FindCurrent(stream, "a", 3));
    }

    [Fact]
    public void RecordSuccess_Deferred_LeavesTheSpecTagToTheWrite()
    {
        var stream = AnImageStream().AtGeneration(4).Tag("a", generation: 3).Build();
        var recording = ImportRecording.CreateDeferred(stream, Now);

        var next = recording.RecordSuccess(stream, stream.Spec.Tags[0], PullSpec('1'), Image('1'));

        AssertGenerations(next, stream: 4, specTag: 0, history: 5);
        AssertGenerations(recording.Settle(next), stream: 5, specTag: 5, history: 5);
    }

    [Fact]
    public void RecordSuccess_OtherImportPolicy_ReplacesOnlyThat()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').Build();
        var requested = stream.Spec.Tags[0] with { ImportPolicy = new TagImportPolicy { Scheduled = true } };

        var next = ImportRecording.CreateDeferred(stream, Now).RecordSuccess(stream, requested, PullSpec('1'), Image('1'));

        Assert.Equal([requested], next.Spec.Tags);
        Assert.Equal(stream.Status, next.Status);
    }

    [Fact]
    public void RecordFailure_TagWithoutSpecTag_AddsItOnlyOnRequest()
    {
        var stream = AnImageStream().Build();
        var requested = new TagReference { Name = "a", Generation = 0 };
        var recording = ImportRecording.CreateDeferred(stream, Now);

        var added = recording.RecordFailure(stream, requested, "NotFound", "It is gone.", addSpecTag: true);
        var notAdded = recording.RecordFailure(stream, requested, "NotFound", "It is gone.", addSpecTag: false);

        Assert.Equal([requested], added.Spec.Tags);
        Assert.True(notAdded.Spec.Tags.IsEmpty);
        Assert.Equal(added.Status, notAdded.Status);
    }

    [Fact]
    public void RecordSuccess_NotDeferred_NumbersTheSpecTagAtOnce()
    {
        var stream = AnImageStream().AtGeneration(4).Tag("a", generation: 3).Tag("b", generation: 0).Build();
        var recording = ImportRecording.Create(stream, Now);

        var next = recording.RecordSuccess(stream, stream.Spec.Tags[0], PullSpec('1'), Image('1'));

        AssertGenerations(next, stream: 5, specTag: 5, history: 5);
        Assert.Equal(0, recording.Settle(next).Spec.Tags.Find("b")!.Generation);
    }

    [Fact]
    public void RecordSuccess_OtherReferencePolicy_KeepsThatOfTheSpecTag()
    {
        var stream = AnImageStream().Tag("a").UnderPolicy(ReferencePolicyType.Local).Build();
        var requested = stream.Spec.Tags[0] with { ReferencePolicy = new TagReferencePolicy { Type = ReferencePolicyType.Source } };

        var next = ImportRecording.Create(stream, Now).RecordSuccess(stream, requested, PullSpec('1'), Image('1'));

        Assert.Equal(ReferencePolicyType.Local, next.Spec.Tags[0].ReferencePolicy.Type);
    }

    [Fact]
    public void RecordSuccess_TwiceInOneRecording_ReturnsTheSameStream()
    {
        var stream = AnImageStream().Tag("a", generation: 0).Build();
        var recording = ImportRecording.CreateDeferred(stream, Now);
        var first = recording.RecordSuccess(stream, stream.Spec.Tags[0], PullSpec('1'), Image('1'));

        Assert.Same(first, recording.RecordSuccess(first, first.Spec.Tags[0], PullSpec('1'), Image('1')));
    }

    [Fact]
    public void RecordFailure_OtherSource_KeepsThatOfTheSpecTag()
    {
        var stream = AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").Build();
        var requested = stream.Spec.Tags[0] with { From = ObjectReference.DockerImage("quay.io/app/web:2") };

        var next = ImportRecording.Create(stream, Now).RecordFailure(stream, requested, "NotFound", "It is gone.", addSpecTag: true);

        Assert.Equal("quay.io/app/web:1", next.Spec.Tags[0].From!.Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void RecordFailure_ConditionOfAnotherKind_IsReplaced(bool isType)
    {
        var known = AFailure("NotFound") with { Message = "It is NotFound." };
        known = isType ? known with { Type = "Other" } : known with { Status = ConditionStatus.True };
        var stream = TagHistory.SetConditions(AnImageStream().Tag("a").Build(), "a", [known]);

        var condition = Assert.Single(Fail(stream, "NotFound").Status.Tags[0].Conditions);

        Assert.Equal((TagEventCondition.ImportSuccess, ConditionStatus.False), (condition.Type, condition.Status));
    }

    [Fact]
    public void RecordFailure_Repeated_MayLeaveTheTagPending()
    {
        var stream = AnImageStream().AtGeneration(5).Tag("a", generation: 5).HasFailed("NotFound", generation: 2).Build();
        var keeping = ImportRecording.CreateDeferred(stream, Now, keepsRepeatedFailures: true);

        Assert.Same(stream, keeping.RecordFailure(stream, stream.Spec.Tags[0], "NotFound", "It is NotFound.", addSpecTag: true));
    }

    [Fact]
    public void RecordFailure_RepeatedWithoutSpecTag_ReturnsTheSameStream()
    {
        var stream = AnImageStream().PushedTag("a").HasFailed("NotFound", generation: 2).Build();
        var requested = new TagReference { Name = "a", Generation = 0 };

        Assert.Same(
            stream,
            ImportRecording.Create(stream, Now).RecordFailure(stream, requested, "NotFound", "It is NotFound.", addSpecTag: false));
    }

    [Fact]
    public void RecordUnchanged_ChangesTheImportPolicyOnly()
    {
        var stream = AnImageStream().Tag("a").UnderPolicy(ReferencePolicyType.Local).PointsTo('1').Build();
        var requested = new TagReference { Name = "a", ImportPolicy = new TagImportPolicy { Scheduled = true } };

        var next = ImportRecording.CreateDeferred(stream, Now).RecordUnchanged(stream, requested);

        Assert.Equal(stream.Spec.Tags[0] with { ImportPolicy = requested.ImportPolicy }, next.Spec.Tags[0]);
        Assert.Same(stream.Status, next.Status);
        Assert.Same(stream, ImportRecording.CreateDeferred(stream, Now).RecordUnchanged(stream, stream.Spec.Tags[0]));
    }

    [Fact]
    public void RecordUnchanged_FailedSince_RemovesTheCondition()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').HasFailed("NotFound").Build();

        var next = ImportRecording.CreateDeferred(stream, Now).RecordUnchanged(stream, stream.Spec.Tags[0]);

        Assert.True(next.Status.Tags[0].Conditions.IsEmpty);
        Assert.Equal(stream.Status.Tags[0].Items, next.Status.Tags[0].Items);
    }

    [Fact]
    public void Settle_Deferred_NumbersWhatWasDeferredAndNothingElse()
    {
        var stream = AnImageStream().AtGeneration(4).Tag("a", generation: 3).Tag("b", generation: 2).Build();
        var recording = ImportRecording.CreateDeferred(stream, Now);
        var next = recording.Settle(recording.RecordSuccess(stream, stream.Spec.Tags[0], PullSpec('1'), Image('1')));

        Assert.Equal((5, 2), (next.Spec.Tags.Find("a")!.Generation, next.Spec.Tags.Find("b")!.Generation));
        Assert.Same(stream, recording.Settle(stream));
    }

    private static ImageStream Succeed(ImageStream stream, char image) =>
        RecordedImports.RecordSuccess(stream, "a", PullSpec(image), Image(image), Now);

    private static ImageStream Fail(ImageStream stream, string reason) =>
        RecordedImports.RecordFailure(stream, "a", reason, $"It is {reason}.", Now);

    private static void AssertGenerations(ImageStream actual, long stream, long specTag, long history) => Assert.Equal(
        (stream, specTag, history),
        (actual.Metadata.Generation, actual.Spec.Tags.Find("a")!.Generation, actual.Status.Tags.Find("a")!.Items[0].Generation));
}
