using ImageStreams.Resolution;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

public class ImageSetTests
{
    [Fact]
    public void Find_TwoOfOneName_FirstCounts()
    {
        var first = new Image { Metadata = new ObjectMeta { Name = Image('1') } };
        var set = new ImageSet([first, new Image { Metadata = first.Metadata }]);

        Assert.Same(first, set.Find(Image('1')));
        Assert.Null(set.Find(Image('2')));
        Assert.Equal(1, set.Count);
    }

    [Fact]
    public void FromHistories_EveryEvent_NamesAnImageOnce()
    {
        var stream = AnImageStream().Tag("a").PointsTo('2').PointsTo('1').Tag("b").PointsTo('1', pullSpec: "other").Build();

        var set = ImageSet.FromHistories([stream]);

        Assert.Equal(2, set.Count);
        Assert.Equal(PullSpec('1'), set.Find(Image('1'))!.DockerImageReference);
    }
}
