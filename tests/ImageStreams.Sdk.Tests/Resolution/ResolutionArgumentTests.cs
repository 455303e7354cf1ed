using ImageStreams.Builds;
using ImageStreams.Resolution;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

/// <summary>Null is refused by the name of the parameter.</summary>
public class ResolutionArgumentTests
{
    private static ImageStream Stream => AnImageStream().Tag("a").PointsTo('1').Build();

    private static ImageStreamSet Streams => new([]);

    private static ImageSet Images => new([]);

    private static ImageNameResolver Names => new(Streams, Images, "");

    public static TheoryData<string, Func<object?>> Calls => new()
    {
        { "streams", () => new ImageStreamSet((IEnumerable<ImageStream>)null!) },
        { "streams", () => new ImageStreamSet(null!, []) },
        { "builds", () => new ImageStreamSet([], null!) },
        { "ns", () => Streams.Find(null!, "ruby") },
        { "name", () => Streams.Find("shop", null!) },
        { "tag", () => Streams.FindBuilds(null!) },
        { "stream", () => StreamImages.Resolve(null!, "1") },
        { "id", () => StreamImages.Resolve(Stream, null!) },
        { "streams", () => new ImageNameResolver(null!, Images, "") },
        { "images", () => new ImageNameResolver(Streams, null!, "") },
        { "internalRegistryHostname", () => new ImageNameResolver(Streams, Images, null!) },
        { "reference", () => Names.Resolve((ObjectReference)null!, "shop") },
        { "ns", () => Names.Resolve(ObjectReference.DockerImage("ruby"), null!) },
        { "names", () => new ImageAdmission(null!) },
        { "workload", () => new ImageAdmission(Names).Admit((Workload)null!) },
        { "build", () => new ImageAdmission(Names).Admit((Build)null!) },
        { "images", () => new ImageSet(null!) },
        { "streams", () => ImageSet.FromHistories(null!) },
        { "name", () => Images.Find(null!) },
        { "stream", () => TagResolver.Resolve(null!, "a") },
        { "tag", () => TagResolver.Resolve(Stream, null!) },
        { "tag", () => TagResolver.Explain(Stream, null!) },
        { "tag", () => TagResolver.Follow(Stream, null!) },
        { "stream", () => PullSpecs.Resolve(null!, "a") },
        { "tag", () => PullSpecs.Resolve(Stream, null!) },
        { "stream", () => PullSpecs.FindLatest(null!, "a") },
        { "tag", () => PullSpecs.FindLatest(Stream, null!) },
        { "stream", () => PullSpecs.FindLatestEvent(null!, "a") },
        { "tag", () => PullSpecs.FindLatestEvent(Stream, null!) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void EachMethod_Null_IsRefusedByName(string parameter, Func<object?> call) =>
        Assert.Throws<ArgumentNullException>(parameter, call);
}
