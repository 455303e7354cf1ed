using ImageStreams.Resolution;

namespace ImageStreams.Tests.Resolution;

public class ImageStreamSetTests
{
    [Fact]
    public void Find_Stream_IsFoundByBothParts()
    {
        var shop = AStream("shop", "ruby");
        var set = new ImageStreamSet([shop, AStream("test", "ruby")]);

        Assert.Same(shop, set.Find("shop", "ruby"));
        Assert.Null(set.Find("shop", "python"));
        Assert.Null(set.Find("Shop", "ruby"));
    }

    [Fact]
    public void Find_TwoOfOneName_FirstCounts()
    {
        var first = AStream("shop", "ruby");
        var set = new ImageStreamSet([first, AStream("shop", "ruby")]);

        Assert.Same(first, set.Find("shop", "ruby"));
        Assert.Equal(1, set.Count);
    }

    [Fact]
    public void Find_StreamWithoutNames_IsFiledUnderEmptyOnes()
    {
        var nameless = new ImageStream();
        Assert.Same(nameless, new ImageStreamSet([nameless]).Find("", ""));
    }

    [Fact]
    public void Constructor_SourceChangesLater_SetIsUnchanged()
    {
        List<ImageStream> source = [AStream("shop", "ruby")];
        var set = new ImageStreamSet(source);

        source.Clear();

        Assert.NotNull(set.Find("shop", "ruby"));
    }

    private static ImageStream AStream(string ns, string name) =>
        new() { Metadata = new ObjectMeta { Namespace = ns, Name = name } };
}
