using ImageStreams.Triggers;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Triggers;

public class StreamTagLookupTests
{
    [Theory]
    [InlineData("ruby:a", true, 7)]
    [InlineData("ruby:", true, 7)]
    [InlineData("ruby:gone", false, 7)]
    [InlineData("ruby", false, 0)]
    [InlineData("other:a", false, 0)]
    public void Find_Name_ResolvesOrNot(string name, bool isFound, long version)
    {
        var lookup = new StreamTagLookup([AnImageStream().Tag("a").PointsTo('1').Tag("latest").PointsTo('2').Build()]);

        var result = lookup.Find(Namespace, name);

        Assert.Equal((isFound, version), (result.PullSpec is not null, result.ResourceVersion));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("9223372036854775808")]
    public void Find_StreamWithoutNumericVersion_DoesNotResolve(string version)
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').Build();
        stream = stream with { Metadata = stream.Metadata with { ResourceVersion = version } };

        Assert.Equal(new TagLookupResult { IsUnversioned = true }, new StreamTagLookup([stream]).Find(Namespace, "ruby:a"));
    }

    [Fact]
    public void Find_LocalTagOfAStreamWithoutRepository_IsInTheIntegratedRegistry()
    {
        var stream = AnImageStream().Tag("a").UnderPolicy(ReferencePolicyType.Local).PointsTo('1').Build();
        var lookup = new StreamTagLookup([stream], "registry.internal:5000");

        Assert.Equal(PullSpec('1', "registry.internal:5000/shop/ruby"), lookup.Find(Namespace, "ruby:a").PullSpec);
    }

    [Fact]
    public void Find_TwoStreamsOfOneName_FirstCounts()
    {
        var lookup = new StreamTagLookup(
            [AnImageStream().Tag("a").PointsTo('1').Build(), AnImageStream().Tag("a").PointsTo('2').Build()]);
        Assert.Equal(PullSpec('1'), lookup.Find(Namespace, "ruby:a").PullSpec);
    }
}
