using ImageStreams.References;
using ImageStreams.Resolution;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

public class TagExplanationTests
{
    private const string Internal = "registry.local:5000/shop/ruby";
    private static readonly TagResolverOptions Across = new() { AcrossStreams = true };

    [Fact]
    public void Explain_TagOfATagOfAnImage_ReportsThePathAndThePullSpec()
    {
        var stream = AnImageStream().Tag("a").Follows("b").PointsTo('1').Tag("b").FollowsImage("quay.io/app/web:1").PointsTo('1')
            .Build();
        AssertText(
            TagResolver.Explain(stream, "a"),
            "shop/ruby:a",
            "  follows b of the same stream",
            $"  since {AnEvent('1').Created} points to {Image('1')}",
            "  decides, as the requested tag",
            "shop/ruby:b",
            "  follows quay.io/app/web:1",
            $"  imported {AnEvent('1').Created} as {Image('1')}",
            $"=> {PullSpec('1')} (policy Source: pulled from where it was imported)");
    }

    [Fact]
    public void Explain_ImportDueAndFailed_ReportsTheLastGoodImage()
    {
        var stream = AnImageStream().Tag("a", generation: 2).FollowsImage("quay.io/app/web:2").PointsTo('1')
            .HasFailed("NotFound").Build();
        AssertText(
            TagResolver.Explain(stream, "a"),
            "shop/ruby:a",
            "  follows quay.io/app/web:2",
            $"  imported {AnEvent('1').Created} as {Image('1')}",
            "  changed since: its generation is 2, that of the image 1; an import is pending, and until then this is the last good image",
            "  failed to import 0001-01-01T00:00:00Z: NotFound: It is NotFound.; the last good image stays",
            $"=> {PullSpec('1')} (policy Source: pulled from where it was imported)");
    }

    [Fact]
    public void Explain_ThroughStreams_ReportsTheRule()
    {
        var streams = new ImageStreamSet([
            AnImageStream().Tag("a").Follows("ruby:b").Tag("b").Follows("base:").Build(),
            AnImageStream("base").Tag("latest").Follows("c", "infra").Build()]);
        AssertText(
            TagResolver.Explain(streams, ImageStreamTagName.FromParts(Namespace, "ruby", "a"), Across),
            "shop/ruby:a",
            "  follows ruby:b, of the same stream",
            "shop/ruby:b",
            "  follows base:latest, of another stream",
            "shop/base:latest",
            "  follows infra/base:c, of another namespace",
            "infra/base:c",
            "  does not exist: there is no such stream",
            "=> no image: there is no stream of infra/base:c");
    }

    [Theory]
    [InlineData("Local", Internal, '1', PullSpecOrigin.InternalRepository, "policy Local: pulled from the integrated registry")]
    [InlineData("Local", "", '1', PullSpecOrigin.LocalWithoutRepository, "policy Local, but the stream has no repository: ")]
    [InlineData("Local", "No Repository", '1', PullSpecOrigin.LocalWithInvalidRepository, "policy Local, but the stream's repository is not a valid reference: ")]
    [InlineData("Source", Internal, '1', PullSpecOrigin.Source, "policy Source: pulled from where it was imported")]
    public void Explain_ReferencePolicy_ReportsTheResult(
        string policy, string repository, char image, PullSpecOrigin origin, string reason)
    {
        var stream = AnImageStream().InRepository(repository)
            .Tag("a").FollowsImage("quay.io/app/web").UnderPolicy(new(policy)).PointsTo(image).Build();

        var explained = TagResolver.Explain(stream, "a");

        Assert.Equal(origin, Assert.IsType<TagResolution.Resolved>(explained.Resolution).Origin);
        Assert.Contains($"({reason}", explained.Steps[^1].Finding, StringComparison.Ordinal);
        Assert.Contains(reason, PullSpecs.Resolve(stream, "a").Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_TagThatRefersToItsPullSpec_HasNoImageForTheRegistry()
    {
        var stream = AnImageStream().InRepository(Internal).Tag("a").FollowsImage("quay.io/app/web").PointsTo('1')
            .UnderPolicy(ReferencePolicyType.Local).Build();
        var history = stream.Status.Tags[0];
        stream = stream with { Status = stream.Status with { Tags = [history with { Items = [history.Items[0] with { Image = "" }] }] } };

        var explained = TagResolver.Explain(stream, "a");

        Assert.Equal($"since {AnEvent('1').Created} refers to {PullSpec('1')}", explained.Steps[1].Finding);
        Assert.EndsWith("only refers to its pull spec: pulled from where it was imported)", explained.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", "no image: nothing was pushed to the tag yet")]
    [InlineData("pending", "no image: the import has not run yet")]
    [InlineData("failed", "no image: the import failed: NotFound: It is NotFound.")]
    [InlineData("cycle", "no image: the tags follow each other in a cycle")]
    [InlineData("elsewhere", "no image: other streams are not followed")]
    [InlineData("missing", "no image: there is no tag shop/ruby:missing")]
    [InlineData("kind", "no image: 'Pod' is none of the kinds DockerImage, ImageStreamTag and ImageStreamImage.")]
    public void Explain_NoImage_ExplainsWhy(string tag, string conclusion)
    {
        var stream = AnImageStream().Tag("none").Tag("pending").FollowsImage("quay.io/app/web")
            .Tag("failed").FollowsImage("quay.io/app/web").HasFailed("NotFound")
            .Tag("cycle").Follows("cycle").Tag("elsewhere").Follows("base:1")
            .Tag("kind").From(new ObjectReference { Kind = "Pod", Name = "x" }).Build();

        Assert.EndsWith($"\n=> {conclusion}", TagResolver.Explain(stream, tag).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_NamesWithLineBreaks_AreEscaped()
    {
        var stream = AnImageStream().Tag("a\n=> b").FollowsImage("x\ny").Build();
        Assert.Equal(3, TagResolver.Explain(stream, "a\n=> b").ToString().Split('\n').Length);
    }

    private static void AssertText(TagExplanation explanation, params string[] lines) =>
        Assert.Equal(string.Join('\n', lines), explanation.ToString());

    [Fact]
    public void Explain_MissingTag_SuggestsTheNearestTagsOfItsStreamFirst()
    {
        var stream = AnImageStream().Tag("1.9").PointsTo('1').Tag("9.0").PointsTo('1').Build();

        Assert.Contains(
            "did you mean shop/ruby:9.0 or shop/ruby:1.9?", TagResolver.Explain(stream, "9.1").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop", "far-from-every-shop", "did you mean shop/ruby:3?")]
    [InlineData("development-east", "development-west", "did you mean development-east/ruby:3 or development-west/ruby:4?")]
    public void Explain_TagThatIsInAnotherNamespace_SuggestsIt(string ns, string missing, string expected)
    {
        var known = InNamespace(AnImageStream().Tag("3").PointsTo('1').Build(), ns);
        var other = InNamespace(AnImageStream().Tag("4").PointsTo('1').Build(), "development-west");
        var streams = new ImageStreamSet([known, other]);

        var explained = TagResolver.Explain(streams, ImageStreamTagName.FromParts(missing, "ruby", "3"), Across);

        Assert.Contains(expected, explained.ToString(), StringComparison.Ordinal);
    }

    private static ImageStream InNamespace(ImageStream stream, string ns) =>
        stream with { Metadata = stream.Metadata with { Namespace = ns } };
}
