using ImageStreams.Resolution;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

/// <summary>Every sentence about a pull spec, word by word.</summary>
public class PullSpecTextTests
{
    private const string Internal = "registry.local:5000/shop/ruby";

    [Theory]
    [InlineData(PullSpecOrigin.InternalRepository, "policy Local: pulled from the integrated registry")]
    [InlineData(PullSpecOrigin.NoPolicy, "no policy, as the tag is not in the spec: pulled from where the image is")]
    [InlineData(PullSpecOrigin.LocalWithoutRepository, "policy Local, but the stream has no repository: pulled from where it was imported")]
    [InlineData(PullSpecOrigin.LocalWithInvalidRepository, "policy Local, but the stream's repository is not a valid reference: pulled from where it was imported")]
    [InlineData(PullSpecOrigin.LocalWithoutImage, "policy Local, but the tag only refers to its pull spec: pulled from where it was imported")]
    [InlineData(PullSpecOrigin.Source, "policy Source: pulled from where it was imported")]
    public void Explanation_Imported_NamesThePolicy(PullSpecOrigin origin, string expected)
    {
        var imported = new PullSpecResolution.Imported { PullSpec = "quay.io/app/web", Origin = origin };

        Assert.Equal(expected, imported.Explanation);
        Assert.Equal($"{expected}; an import is pending, and this is the last good image", (imported with { HasNewer = true }).Explanation);
    }

    [Theory]
    [InlineData("source", "policy Source and no import yet: pulled from the source of the import")]
    [InlineData("empty", "the tag has no image: this is the pull spec of a push to it")]
    [InlineData("newer", "a newer image was requested, and its import is pending")]
    public void Explanation_NoImage_SaysWhatIsAwaited(string tag, string expected)
    {
        var stream = AnImageStream().InRepository(Internal)
            .Tag("source").FollowsImage("quay.io/app/web").UnderPolicy(ReferencePolicyType.Source).Tag("empty")
            .Tag("newer", generation: 2).Follows("empty").PointsTo('1').Build();

        Assert.Equal(expected, PullSpecs.Resolve(stream, tag).Explanation);
    }

    [Fact]
    public void Explanation_NoRepository_SaysSo() => Assert.Equal(
        "the tag has no image, and the stream has no repository to push one to",
        $"{PullSpecs.Resolve(AnImageStream().Tag("empty").Build(), "empty")}");

    [Fact]
    public void Assumed_ImageOrPullSpec_IsNamed()
    {
        Assert.Equal($"is assumed to point to {Image('1')}", ExplanationTexts.Assumed(AnEvent('1')));
        Assert.Equal($"is assumed to refer to {PullSpec('1')}", ExplanationTexts.Assumed(AnEvent('1') with { Image = "" }));
    }
}
