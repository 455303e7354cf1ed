using ImageStreams.Resolution;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

/// <summary>Tags that refer to a pull spec without a known image, and the odd names and images of admission.</summary>
public class UnknownDigestTests
{
    private const string Host = "registry.local:5000";

    private static ImageStream[] Streams => [Unknown("open", isLocal: true), Unknown("closed", isLocal: false)];

    private static ImageNameResolver Names => new(Streams, Host) { AcceptUnknownDigests = true };

    [Fact]
    public void Resolve_BareName_IsThePullSpecOfTheTag()
    {
        var resolved = Assert.IsType<ImageNameResolution.Resolved>(Names.Resolve("open:1", "shop"));

        Assert.Equal(("open:1", PullSpec('1'), ""), (resolved.Name, resolved.PullSpec, resolved.Image));
        Assert.True(resolved is { IsLocalName: true, IsIntegrated: true });
    }

    [Fact]
    public void Resolve_BareNameOfAClosedStream_IsNotLocal() =>
        Assert.IsType<ImageNameResolution.NotLocal>(Names.Resolve("closed:1", "shop"));

    [Fact]
    public void Resolve_TagOfAClosedStream_IsThePullSpec()
    {
        var resolved = Assert.IsType<ImageNameResolution.Resolved>(Names.Resolve(ObjectReference.ImageStreamTag("closed:1"), "shop"));

        Assert.True(resolved is { IsLocalName: false, IsIntegrated: true });
    }

    [Fact]
    public void Resolve_NotAccepted_IsTheTargetOfAPush() =>
        Assert.IsType<ImageNameResolution.EmptyTag>(new ImageNameResolver(Streams, Host).Resolve("open:1", "shop"));

    [Fact]
    public void Resolve_ReferenceWithoutParts_IsMalformed()
    {
        var malformed = Assert.IsType<ImageNameResolution.Malformed>(Names.Resolve(new ObjectReference(), "shop"));

        Assert.Equal((MalformedNameReason.UnsupportedKind, "", ""), (malformed.Reason, malformed.Name, malformed.Value));
    }

    [Theory]
    [InlineData(":1")]
    [InlineData("a@b:1")]
    public void Resolve_TagNameWithAnImpossibleStream_IsMalformed(string name) =>
        Assert.IsType<ImageNameResolution.Malformed>(Names.Resolve(ObjectReference.ImageStreamTag(name), "shop"));

    [Fact]
    public void Resolve_StreamImage_IsNoLocalName()
    {
        var stream = AnImageStream().Tag("1").PointsTo('1').Build();
        var resolver = new ImageNameResolver([stream], Host);
        var name = ObjectReference.ImageStreamImage(null, $"ruby@{Image('1')}");

        Assert.False(Assert.IsType<ImageNameResolution.Resolved>(resolver.Resolve(name, "shop")).IsLocalName);
    }

    [Fact]
    public void Admit_SeveralContainers_GetTheirOwnImages()
    {
        var pod = Workload.Parse(
            """{"kind":"Pod","metadata":{"namespace":"shop"},"spec":{"containers":[{"name":"a","image":"open:1"},{"name":"b","image":"quay.io/x"},{"name":"c","image":"open:1"}]}}""");
        var admitted = new ImageAdmission(Names).Admit(pod);

        Assert.Equal([PullSpec('1'), "quay.io/x", PullSpec('1')], admitted.Workload.Containers.Select(container => container.Image));
    }

    [Fact]
    public void DefaultNamespace_IsCalledDefault() => Assert.Equal("default", new ImageAdmission(Names).DefaultNamespace);

    [Theory]
    [InlineData("*", true)]
    [InlineData("some", false)]
    public void ResolvesAll_Annotation_IsAStar(string value, bool expected) => Assert.Equal(
        expected, ImageAdmission.ResolvesAll([new(ImageAdmission.ResolveNamesAnnotation, value)]));

    [Fact]
    public void Admit_ContainersWithoutImages_AreUnchangedAfterAnUpdate()
    {
        var pod = Workload.Parse("""{"kind":"Pod","metadata":{"namespace":"shop"},"spec":{"containers":[{"name":"a"}]}}""");
        var result = Assert.IsType<AdmissionResult.LeftAlone>(new ImageAdmission(Names).Admit(pod, pod).Results[0]);

        Assert.Equal((AdmissionReason.Unchanged, ""), (result.Reason, result.From.Name));
    }

    [Fact]
    public void FindLatest_EveryTagOfAStream_IsItsOwn()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('2').Tag("c").PointsTo('3').Build();

        string[] twice = ["c", "b", "a", "c", "b", "a"];
        Assert.Equal(
            [PullSpec('3'), PullSpec('2'), PullSpec('1'), PullSpec('3'), PullSpec('2'), PullSpec('1')],
            twice.Select(tag => PullSpecs.FindLatest(stream, tag)));
        Assert.Null(PullSpecs.FindLatest(stream, "d"));
    }

    [Fact]
    public void FromHistories_EventWithoutImage_IsNoImage() => Assert.Null(ImageSet.FromHistories(Streams).Find(""));

    private static ImageStream Unknown(string name, bool isLocal)
    {
        var stream = AnImageStream(name).InRepository($"{Host}/shop/{name}").Tag("1").PointsTo('1').Build();
        var history = stream.Status.Tags[0];
        return stream with
        {
            Spec = stream.Spec with { LookupPolicy = new ImageLookupPolicy { Local = isLocal } },
            Status = stream.Status with { Tags = [history with { Items = [history.Items[0] with { Image = "" }] }] },
        };
    }
}
