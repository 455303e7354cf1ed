using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ImageStreams.Lifecycle;
using ImageStreams.Serialization;
using ImageStreams.Validation;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.Worlds;

namespace ImageStreams.Tests.Lifecycle;

/// <summary>The laws of a stream, whatever happened to it.</summary>
public sealed class StreamLawTests
{
    private const int Operations = 200;

    [Property(Replay = "2026,801", MaxTest = 20)]
    public Property AnyOperations_LeaveAStreamThatValidates() => AfterEach((_, next, _) =>
        Assert.Equal([], ImageStreamValidator.Validate(next)));

    [Property(Replay = "2026,803", MaxTest = 20)]
    public Property AnyOperations_NeverTakeGenerationsBack() => AfterEach((before, next, _) =>
    {
        Assert.True(next.Metadata.Generation >= before.Metadata.Generation);
        Assert.All(next.Spec.Tags, specTag => Assert.InRange(
            specTag.Generation!.Value, before.Spec.Tags.Find(specTag.Name)?.Generation ?? 1, next.Metadata.Generation));
    });

    [Property(Replay = "2026,805", MaxTest = 20)]
    public Property AnyOperations_PutWhatIsNewAboveWhatWasThere() => AfterEach((before, next, step) =>
        Assert.All(next.Status.Tags, history => AssertGrown(before.Status.Tags.Find(history.Tag), history, step)));

    [Property(Replay = "2026,807", MaxTest = 20)]
    public Property AnyOperations_LeaveAStreamThatRoundTrips() => AfterEach((_, next, _) =>
        Assert.Equal(next, ImageStreamJson.Deserialize<ImageStream>(ImageStreamJson.Serialize(next))));

    [Property(Replay = "2026,809", MaxTest = 20)]
    public Property AnyOperations_TagsAreInByteOrder() => AfterEach((_, next, _) =>
    {
        Assert.Equal(next.Spec.Tags.Select(specTag => specTag.Name).Order(StringComparer.Ordinal), next.Spec.Tags.Select(specTag => specTag.Name));
        Assert.Equal(next.Status.Tags.Select(tag => tag.Tag).Order(StringComparer.Ordinal), next.Status.Tags.Select(tag => tag.Tag));
    });

    [Property(Replay = "2026,811", MaxTest = 20)]
    public Property AnyOperations_UpdatedTwice_ChangesNothingTheSecondTime() => AfterEach((_, next, _) =>
    {
        Assert.Equal(next, Accepted(StreamLifecycle.Update(next, next, StreamStep.World)));
        var settled = Accepted(StreamLifecycle.UpdateWithStatus(next, next, StreamStep.World));
        Assert.Equal(settled, Accepted(StreamLifecycle.UpdateWithStatus(settled, settled, StreamStep.World)));
    });

    [Property(Replay = "2026,813", MaxTest = 100)]
    public Property Update_SameSpecTagsTwice_ChangeNothingTheSecondTime() => Prop.ForAll(Walks, walk =>
    {
        var stream = walk[..^1].Aggregate(Start, StreamStep.Apply);
        if (walk[^1].Ask(stream) is { } specTags && StreamLifecycle.Update(specTags, stream, StreamStep.World) is StreamChangeResult.Accepted once)
        {
            Assert.Equal(once.Stream, Accepted(StreamLifecycle.Update(specTags, once.Stream, StreamStep.World)));
        }
    });

    private static ImageStream Start => Accepted(StreamLifecycle.Create(AnImageStream().Build(), StreamStep.World));

    private static Arbitrary<StreamStep[]> Walks => StreamStep.Any.ArrayOf(Operations).ToArbitrary();

    private static Property AfterEach(Action<ImageStream, ImageStream, StreamStep> check) => Prop.ForAll(Walks, walk =>
    {
        var stream = Start;
        foreach (var step in walk)
        {
            var next = StreamStep.Apply(stream, step);
            check(stream, next, step);
            stream = next;
        }

        Assert.False(stream.Status.Tags.IsEmpty, "nothing has happened");
    });

    /// <summary>
    /// The newest entry may be replaced, as it is when only its generation changes; those below it stay as they are.
    /// </summary>
    private static void AssertGrown(NamedTagEventList? before, NamedTagEventList history, StreamStep step)
    {
        var old = before?.Items ?? default;
        if (!old.IsEmpty)
        {
            Assert.True(history.Items.Count - old.Count is 0 or 1, $"{step}");
            Assert.Equal(old.Skip(1), history.Items.Skip(history.Items.Count - old.Count + 1));
        }
    }
}
