using FsCheck;
using FsCheck.Fluent;
using ImageStreams.Lifecycle;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.Worlds;

namespace ImageStreams.Tests.Lifecycle;

/// <summary>One operation on a stream; a rejected one changes nothing.</summary>
internal sealed record StreamStep(StreamStepKind Kind, string Tag, string Other, char Digit, int Minute)
{
    private static readonly string[] Tags = ["a", "b", "c", "d", "latest"];

    /// <summary>What the steps find beside their stream.</summary>
    public static StreamContext World { get; } = AWorld(
        AnImageStream("base").PushedTag("1").PointsTo('a').PointsTo('b').Build());

    public static Gen<StreamStep> Any =>
        from kind in Gen.Elements(Enum.GetValues<StreamStepKind>())
        from tag in Gen.Elements(Tags)
        from other in Gen.Elements(Tags)
        from image in Gen.Elements('1', '2', '3', '4')
        from minute in Gen.Choose(0, 100_000)
        select new StreamStep(kind, tag, other, image, minute);

    public static ImageStream Apply(ImageStream stream, StreamStep step) =>
        step.Change(stream) is StreamChangeResult.Accepted accepted ? accepted.Stream : stream;

    /// <summary>The stream as a user submits it, or null if users do not do this.</summary>
    public ImageStream? Ask(ImageStream stream) => Kind switch
    {
        StreamStepKind.Follow => SetSpecTag(stream, ObjectReference.ImageStreamTag(Other)),
        StreamStepKind.FollowElsewhere => SetSpecTag(stream, ObjectReference.ImageStreamTag("base:1")),
        StreamStepKind.Pin => SetSpecTag(stream, ObjectReference.ImageStreamImage($"ruby@{Digit}{Digit}")),
        StreamStepKind.TrackImage => SetSpecTag(stream, ObjectReference.DockerImage($"quay.io/app/web:{Digit}")),
        StreamStepKind.PassOn => SetSpecTag(stream, ObjectReference.DockerImage($"quay.io/app/web:{Digit}"), reference: true),
        StreamStepKind.Forget => stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Remove(Tag) } },
        _ => null,
    };

    private StreamChangeResult Change(ImageStream stream)
    {
        var world = World with { Now = Time };
        return Kind switch
        {
            StreamStepKind.WriteStatus => StreamLifecycle.UpdateStatus(
                TagHistory.Add(stream, Tag, Event(stream) with { Generation = 0 }), stream, world),
            StreamStepKind.AskAgain => StreamLifecycle.Update(AskAgain(stream), stream, world),
            _ => Ask(stream) is { } requested
                ? StreamLifecycle.Update(requested, stream, world)
                : StreamLifecycle.UpdateWithStatus(Write(stream), stream, world),
        };
    }

    /// <summary>The stream as the server itself writes it.</summary>
    private ImageStream Write(ImageStream stream) => Kind switch
    {
        StreamStepKind.Push => TagHistory.Add(stream, Tag, Event(stream)),
        StreamStepKind.ImportSucceeds => RecordedImports.RecordSuccess(stream, Tag, PullSpec(Digit), Image(Digit), Time),
        StreamStepKind.ImportFails => RecordedImports.RecordFailure(stream, Tag, $"Reason{Digit}", "It is away.", Time),
        _ => Delete(stream),
    };

    private Timestamp Time => new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(Minute);

    private TagEvent Event(ImageStream stream) =>
        AnEvent(Digit, stream.Metadata.Generation) with { Created = Time };

    private ImageStream SetSpecTag(ImageStream stream, ObjectReference from, bool reference = false) =>
        With(stream, new() { Name = Tag, From = from, Reference = reference });

    private ImageStream AskAgain(ImageStream stream) =>
        stream.Spec.Tags.Find(Tag) is { } specTag ? With(stream, specTag with { Generation = 0 }) : stream;

    private static ImageStream With(ImageStream stream, TagReference specTag) =>
        stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(specTag) } };

    private ImageStream Delete(ImageStream stream) => stream with
    {
        Spec = stream.Spec with { Tags = stream.Spec.Tags.Remove(Tag) },
        Status = stream.Status with { Tags = stream.Status.Tags.Remove(Tag) },
    };
}
