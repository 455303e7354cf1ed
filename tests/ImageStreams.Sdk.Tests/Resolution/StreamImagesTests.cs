using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Resolution;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

public class StreamImagesTests
{
    private static ImageStream Stream => AnImageStream()
        .PushedTag("b").PointsTo('1', pullSpec: "quay.io/b/new").PointsTo('1', pullSpec: "quay.io/b/old")
        .PushedTag("a").PointsTo('2').PointsTo('1', pullSpec: "quay.io/a/web").Build();

    [Theory]
    [InlineData("sha256:2222222222222222222222222222222222222222222222222222222222222222")]
    [InlineData("sha256:2")]
    [InlineData("22")]
    public void Resolve_BeginningOfOneImage_IsThatImage(string id)
    {
        var found = Assert.IsType<StreamImageResult.Found>(StreamImages.Resolve(Stream, id));
        Assert.Equal((Image('2'), PullSpec('2')), (found.Image, found.DockerImageReference));
    }

    [Fact]
    public void Resolve_ImageOfSeveralTags_TakesTheFirstTagInByteOrder() =>
        Assert.Equal("quay.io/a/web", Assert.IsType<StreamImageResult.Found>(StreamImages.Resolve(Stream, "1")).DockerImageReference);

    [Fact]
    public void Resolve_SeveralEventsOfOneTag_TakesTheOldest()
    {
        var found = StreamImages.Resolve(Stream with { Status = Stream.Status with { Tags = [Stream.Status.Tags[0]] } }, "1");
        Assert.Equal("quay.io/b/old", Assert.IsType<StreamImageResult.Found>(found).DockerImageReference);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256:")]
    public void Resolve_BeginningOfSeveralImages_IsAmbiguous(string id) =>
        Assert.Equal([Image('1'), Image('2')], Assert.IsType<StreamImageResult.Ambiguous>(StreamImages.Resolve(Stream, id)).Images.Order());

    [Theory]
    [InlineData("3")]
    [InlineData("SHA256:1")]
    [InlineData("sha256:11111111111111111111111111111111111111111111111111111111111111111")]
    public void Resolve_NoImage_IsNotFound(string id) =>
        Assert.IsType<StreamImageResult.NotFound>(StreamImages.Resolve(Stream, id));

    [Fact]
    public void Resolve_NamesThatAreNotDigests_AreFoundByTheirBeginning()
    {
        var stream = TagHistory.Add(AnImageStream().Build(), "a", new TagEvent { Image = "x:12" });

        Assert.IsType<StreamImageResult.Found>(StreamImages.Resolve(stream, "x:1"));
        Assert.IsType<StreamImageResult.NotFound>(StreamImages.Resolve(stream, "12"));
    }

    [Fact]
    public void ToEvent_Time_IsThatOfTheEvent()
    {
        var found = new StreamImageResult.Found { Event = new() { Image = "x", DockerImageReference = "quay.io/a/b" } };
        var now = AnEvent('1').Created;

        Assert.Equal(new TagEvent { Created = now, Image = "x", DockerImageReference = "quay.io/a/b" }, found.ToEvent(now));
    }

    [Theory]
    [InlineData(2, 'b')]
    [InlineData(1, 'a')]
    [InlineData(3, 'b')]
    public void FindInHistory_BeginningOfSeveralImages_IsTheLatestEventAndThenTheLastTag(int day, char expected)
    {
        var stream = AnImageStream()
            .PushedTag("a").PointsTo('a').At(new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero))
            .PushedTag("b").PointsTo('b').At(new DateTimeOffset(2024, 1, day, 0, 0, 0, TimeSpan.Zero)).Build();

        Assert.Equal(Image(expected), StreamImages.FindInHistory(stream, ImageStreamImageName.FromParts(Namespace, "ruby", "sha256:")));
    }
}
