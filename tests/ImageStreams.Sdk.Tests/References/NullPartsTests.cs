using ImageStreams.References;

namespace ImageStreams.Tests.References;

/// <summary>A part that is null is refused by its name.</summary>
public class NullPartsTests
{
    public static TheoryData<string, Action> Calls => new()
    {
        { "registry", static () => ImageReference.FromParts(null!, "a", "b") },
        { "ns", static () => ImageReference.FromParts("", null!, "b") },
        { "name", static () => ImageReference.FromParts("", "", null!) },
        { "tag", static () => ImageReference.FromParts("", "", "a", null!) },
        { "id", static () => ImageReference.FromParts("", "", "a", "", null!) },
        { "ns", static () => ImageStreamName.FromParts(null!, "a") },
        { "name", static () => ImageStreamName.FromParts("", null!) },
        { "ns", static () => ImageStreamTagName.FromParts(null!, "a", "b") },
        { "stream", static () => ImageStreamTagName.FromParts("", null!, "b") },
        { "tag", static () => ImageStreamTagName.FromParts("", "a", null!) },
        { "text", static () => ImageStreamTagName.TrySplit(null!, out _, out _) },
        { "stream", static () => ImageStreamTagName.Join(null!, "b") },
        { "tag", static () => ImageStreamTagName.Join("a", null!) },
        { "ns", static () => ImageStreamImageName.FromParts(null!, "a", "b") },
        { "stream", static () => ImageStreamImageName.FromParts("", null!, "b") },
        { "id", static () => ImageStreamImageName.FromParts("", "a", null!) },
        { "text", static () => ImageStreamImageName.TrySplit(null!, out _, out _) },
        { "stream", static () => ImageStreamImageName.Join(null!, "b") },
        { "id", static () => ImageStreamImageName.Join("a", null!) },
        { "image", static () => ImageId.Matches(null!, "a") },
        { "id", static () => ImageId.Matches("a", null!) },
        { "text", static () => Digest.Parse((string)null!) },
        { "text", static () => ImageStreamTagName.ParseLocalName(null!) },
        { "obj", static () => DockerReferenceComparer.Instance.GetHashCode(null!) },
        { "tag", static () => TagPriority.Classify(null!) },
        { "tags", static () => TagPriority.Prioritize(null!) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_NullPart_IsRefusedByName(string parameter, Action call) =>
        Assert.Throws<ArgumentNullException>(parameter, call);
}
