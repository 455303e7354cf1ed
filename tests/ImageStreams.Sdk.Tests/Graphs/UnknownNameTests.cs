using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Resolution;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>Questions about names that do not exist say so, and name the ones closest to them.</summary>
public class UnknownNameTests
{
    private static readonly ImageStream Ruby =
        AnImageStream().Tag("3").FollowsImage("quay.io/team/base:8").Tag("latest").Follows("3").Build();

    private static readonly TagGraph Graph = AGraph(Ruby, AnImageStream("nodejs").Tag("20").Build());

    [Fact]
    public void ManyNames_TextHasTheFirstOfThemAndCountsTheRest()
    {
        var unknown = Enumerable.Range(0, 5_000).Select(i => ImageStreamTagName.Parse($"far/away{i}:1")).ToList();
        var moved = TagGraph.FromStreams([.. Enumerable.Range(0, 1_000).Select(i => AnImageStream($"s{i:D3}").Tag("1").Build())]);
        var tags = Enumerable.Range(0, 1_000).Select(i => Named($"s{i:D3}:1"));

        var nothing = $"{Graph.ComputeImpact(unknown)}";
        Assert.EndsWith("far/away2:1 is not in the graph: there is no stream far/away2.\nand 4997 more", nothing, StringComparison.Ordinal);
        Assert.InRange(nothing.Length, 1, 500);
        Assert.StartsWith(
            "tag shop/s000:1, tag shop/s001:1, tag shop/s002:1, tag shop/s003:1, tag shop/s004:1 and 995 more moved: ",
            $"{moved.ComputeImpact(tags)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop/ruby:4", "shop/ruby:4 is not in the graph: the stream shop/ruby has no tag 4; did you mean shop/ruby:3 or shop/ruby:latest?")]
    [InlineData("shop/rubi:3", "shop/rubi:3 is not in the graph: there is no stream shop/rubi; did you mean shop/ruby:3?")]
    [InlineData("shpo/nodejs:20", "shpo/nodejs:20 is not in the graph: there is no stream shpo/nodejs; did you mean shop/nodejs:20?")]
    [InlineData("ruby:3", "ruby:3 is not in the graph: there is no stream ruby without a namespace; did you mean shop/ruby:3?")]
    [InlineData("far/away:1", "far/away:1 is not in the graph: there is no stream far/away.")]
    public void ImpactOfAnUnknownTag_SaysSoWithTheNearestNames(string name, string explanation)
    {
        var tag = ImageStreamTagName.Parse(name);
        var impact = Graph.ComputeImpact(tag);

        Assert.Equal($"Nothing moved: {explanation}", $"{impact}");
        Assert.Equal(explanation, Assert.Single(impact.Unknown).Explanation);
        Assert.Equal(explanation, $"{Graph.GetDependencies(tag)}");
        Assert.Equal(explanation, Assert.Throws<KeyNotFoundException>(() => Graph.ResolveAll().Get(tag)).Message);
        Assert.Null(Graph.ResolveAll().Find(tag));
    }

    [Fact]
    public void TagThatPrintsLikeAnother_IsToldApart()
    {
        var impact = Graph.ComputeImpact(ImageStreamTagName.FromParts("", "shop/ruby", "3"));
        Assert.Equal(
            "Nothing moved: shop/ruby:3 is not in the graph: there is no stream shop/ruby without a namespace; did you mean shop/ruby:3?",
            $"{impact}");
    }

    [Fact]
    public void SomeTagsUnknown_AreListedAfterTheImpact() => Assert.Equal(
        """
        tag shop/ruby:3 moved: 0 builds, 0 rollouts, 1 tag
        at once:
          tag shop/ruby:latest because of tag shop/ruby:3 (ImageStream shop/ruby spec.tags[1].from)
        unknown:
          shop/ruby:2 is not in the graph: the stream shop/ruby has no tag 2; did you mean shop/ruby:3 or shop/ruby:latest?
        """,
        $"{Graph.ComputeImpact(Named("ruby:3"), Named("ruby:2"))}");

    [Fact]
    public void NoTag_SaysThatNoneWasGiven() => Assert.Equal("Nothing moved: no tag was given.", $"{Graph.ComputeImpact()}");

    [Theory]
    [InlineData("quay.io/team/bse:8", "quay.io/team/bse:8 is not in the graph: no tag imports it and no build pushes it; did you mean quay.io/team/base:8?")]
    [InlineData("ghcr.io/x/y:1", "ghcr.io/x/y:1 is not in the graph: no tag imports it and no build pushes it.")]
    public void ImpactOfAnUnknownImage_SaysSo(string image, string explanation)
    {
        var graph = Graph.With(Objects(ABuildConfig().PushesTo(ObjectReference.DockerImage("example.org/out:1")).Build()));
        Assert.Equal($"Nothing moved: {explanation}", $"{graph.ComputeImageImpact(image)}");
        Assert.Empty(graph.ComputeImageImpact("example.org/out:1").Unknown);
        Assert.Empty(graph.ComputeImageImpact("quay.io/team/base:8").Unknown);
    }

    [Fact]
    public void Suggestions_AreAtMostThreeAndSafeToPrint()
    {
        var graph = TagGraph.FromStreams([Enumerable.Range(0, 50).Aggregate(AnImageStream(), (stream, i) => stream.Tag($"1.{i}\n")).Build()]);
        var unknown = Assert.Single(graph.ComputeImpact(Named("ruby:1.x\n")).Unknown);

        Assert.Equal(3, unknown.Suggestions.Count);
        Assert.DoesNotContain('\n', unknown.Explanation);
    }

    [Theory]
    [InlineData("ruby:4", "did you mean shop/ruby:3 or shop/ruby:latest?")]
    [InlineData("rubi:3", "did you mean shop/ruby:3?")]
    public void Explain_MissingTag_HasAHint(string name, string hint)
    {
        var set = new ImageStreamSet([Ruby, AnImageStream("nodejs").Tag("20").Build()]);
        var explanation = TagResolver.Explain(set, Named(name));

        Assert.Equal(hint, Assert.Single(explanation.Steps, step => step.Kind == ResolutionStepKind.Hint).Finding);
        Assert.Contains(hint, $"{explanation}", StringComparison.Ordinal);
        Assert.DoesNotContain(TagResolver.Explain(set, Named("ruby:3")).Steps, step => step.Kind == ResolutionStepKind.Hint);
    }

    [Fact]
    public void Explain_MissingTagOfOneStream_HasAHint() =>
        Assert.Contains("did you mean shop/ruby:3", $"{TagResolver.Explain(Ruby, "2")}", StringComparison.Ordinal);

    [Fact]
    public void Resolution_HasAnExplanation()
    {
        Assert.Equal("no image: the import has not run yet", TagResolver.Resolve(Ruby, "3").Explanation);
        Assert.Equal("no image: there is no tag shop/ruby:4", TagResolver.Resolve(Ruby, "4").Explanation);
    }
}
