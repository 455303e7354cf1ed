using ImageStreams.References;
using ImageStreams.Resolution;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

/// <summary>Every sentence of an explanation, word by word.</summary>
public class ExplanationTextTests
{
    private static readonly TagResolverOptions Across = new() { AcrossStreams = true };

    private static ImageStream Stream => AnImageStream()
        .Tag("default").Follows("ruby:").Tag("latest").Follows("latest")
        .Tag("chain").Follows("missing")
        .Tag("elsewhere").Follows("base:1")
        .Tag("namespace").Follows("base:1", "infra")
        .Tag("pin").Pins($"base@{Image('1')}", "infra")
        .Tag("own").Pins($"ruby@{Image('9')}")
        .Tag("failed").FollowsImage("quay.io/app/web").HasFailed("NotFound")
        .Tag("imported").FollowsImage("quay.io/app/web").PointsTo('1')
        .Tag("reference").FollowsImage("quay.io/app/web").PointsTo('1').ChangeSpecTag(tag => tag with { Reference = true })
        .Tag("kind").From(new ObjectReference { Kind = "Pod", Namespace = "infra", Name = "x" })
        .PushedTag("pushed").PointsTo('1')
        .Build();

    [Theory]
    [InlineData("default", 0, "follows ruby:, which is latest of the same stream")]
    [InlineData("default", 1, "follows latest of the same stream")]
    [InlineData("latest", 0, "follows latest of the same stream")]
    [InlineData("latest", 1, "is on the path already")]
    [InlineData("chain", 1, "is not in the spec of its stream: it follows nothing")]
    [InlineData("elsewhere", 0, "follows base:1, of another stream")]
    [InlineData("namespace", 0, "follows infra/base:1, of another stream")]
    [InlineData("pin", 0, "follows the image infra/base@sha256:1111111111111111111111111111111111111111111111111111111111111111")]
    [InlineData("own", 0, "follows the image ruby@sha256:9999999999999999999999999999999999999999999999999999999999999999")]
    [InlineData("imported", 0, "follows quay.io/app/web")]
    [InlineData("kind", 0, "follows the Pod infra/x")]
    public void Explain_SpecTag_SaysWhatItFollows(string tag, int hop, string finding)
    {
        var steps = TagResolver.Explain(Stream, tag).Steps.Where(step => step.Kind == ResolutionStepKind.SpecTag);

        Assert.Equal(finding, steps.ElementAt(hop).Finding);
    }

    [Fact]
    public void Explain_SpecTagWithoutASource_SaysThatImagesArePushed()
    {
        var step = TagResolver.Explain(AnImageStream().Tag("a").Build(), "a").Steps.Single(step => step.Kind == ResolutionStepKind.SpecTag);

        Assert.Equal("follows nothing: images are pushed to it", step.Finding);
    }

    [Theory]
    [InlineData("imported", "imported {0} as {1}")]
    [InlineData("reference", "since {0} points to {1}")]
    [InlineData("pushed", "since {0} points to {1}")]
    public void Explain_History_SaysWhetherTheImageWasImported(string tag, string finding)
    {
        var step = TagResolver.Explain(Stream, tag).Steps.Single(step => step.Kind == ResolutionStepKind.History);

        Assert.Equal(finding.Replace("{0}", $"{AnEvent('1').Created}", StringComparison.Ordinal).Replace("{1}", Image('1'), StringComparison.Ordinal), step.Finding);
    }

    [Fact]
    public void Explain_FailureWithoutAnImage_NamesNoLastGoodImage()
    {
        var step = TagResolver.Explain(Stream, "failed").Steps.Single(step => step.Kind == ResolutionStepKind.Failure);

        Assert.Equal("failed to import 0001-01-01T00:00:00Z: NotFound: It is NotFound.", step.Finding);
    }

    [Theory]
    [InlineData(null, "Gone.", "no image: the import failed: Gone.")]
    [InlineData("", "Gone.", "no image: the import failed: Gone.")]
    [InlineData("NotFound", null, "no image: the import failed: NotFound")]
    public void Conclusion_FailureThatSaysLittle_HasNoEmptyParts(string? reason, string? message, string expected)
    {
        var failed = Assert.IsType<TagResolution.FailedImport>(TagResolver.Resolve(Stream, "failed"));
        failed = failed with { Condition = failed.Condition with { Reason = reason, Message = message } };

        Assert.Equal(expected, failed.Explanation);
        Assert.Equal($"shop/ruby:failed: {expected}", $"{failed}");
    }

    [Theory]
    [InlineData("first", 0, "decides, as it has an image itself")]
    [InlineData("second", 1, "decides, as the first tag on the path that has an image")]
    public void Explain_AcrossStreams_SaysWhyATagDecides(string tag, int hop, string reason)
    {
        var set = new ImageStreamSet([
            AnImageStream().Tag("first").Follows("base:1").PointsTo('1').Tag("second").Follows("base:1").Build(),
            AnImageStream("base").PushedTag("1").PointsTo('2').Tag("1").FollowsImage("quay.io/base").PointsTo('2').Build()]);
        var explained = TagResolver.Explain(set, ImageStreamTagName.FromParts(Namespace, "ruby", tag), Across);

        var step = Assert.Single(explained.Steps, step => step.Kind == ResolutionStepKind.Decision);
        Assert.Equal((explained.Resolution.Hops[hop].Name, reason), (step.Subject, step.Finding));
    }

    [Fact]
    public void Explain_OneTag_HasNoDecision() =>
        Assert.DoesNotContain(TagResolver.Explain(Stream, "imported").Steps, step => step.Kind == ResolutionStepKind.Decision);

    [Theory]
    [InlineData("infra", "no image: no stream has infra/base@{0}")]
    [InlineData("shop", "no image: no tag of the stream has pointed to shop/base@{0}")]
    public void Explain_PinOfNothing_SaysWhetherStreamOrImageIsMissing(string ns, string conclusion)
    {
        var set = new ImageStreamSet([
            AnImageStream().Tag("a").Pins($"base@{Image('1')}", ns).Build(), AnImageStream("base").PushedTag("1").PointsTo('2').Build()]);
        var resolution = TagResolver.Resolve(set, ImageStreamTagName.FromParts(Namespace, "ruby", "a"), Across);

        Assert.Equal(conclusion.Replace("{0}", Image('1'), StringComparison.Ordinal), resolution.Explanation);
    }

    [Theory]
    [InlineData(true, "no image yet: waits for the build shop/build, which pushes shop/app:latest")]
    [InlineData(false, "no image yet: waits for the build shop/build, which pushes shop/app:latest once there is a stream shop/app")]
    public void Conclusion_PendingBuild_NamesTheStreamThatIsMissing(bool exists, string expected)
    {
        ImageStream[] streams = exists ? [AnImageStream("app").Build()] : [];
        var set = new ImageStreamSet(streams, [ABuildConfig("build").PushesTo("app:latest").Build()]);
        var resolution = TagResolver.Resolve(set, ImageStreamTagName.FromParts(Namespace, "app", "latest"), Across);

        Assert.Equal(expected, resolution.Explanation);
    }
}
