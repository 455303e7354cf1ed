using ImageStreams.Resolution;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

public class ImageNameResolverTests
{
    private const string Host = "registry.local:5000";

    /// <summary>A stream that resolves names, one that does not, and one whose repository is none.</summary>
    private static ImageStream[] Streams =>
    [
        Local(AnImageStream("ruby").InRepository($"{Host}/shop/ruby").Tag("latest").PointsTo('1').Tag("empty").Build()),
        AnImageStream("closed").InRepository($"{Host}/shop/closed").Tag("latest").PointsTo('2').Tag("empty").Build(),
        Local(AnImageStream("odd").InRepository("NO REPOSITORY").Tag("latest").PointsTo('3', pullSpec: "NONE").Build()),
    ];

    private static ImageNameResolver Names => new(Streams, Host);

    [Theory]
    [InlineData("ruby")]
    [InlineData("ruby:latest")]
    public void Resolve_BareNameOfALocalStream_IsItsImage(string name)
    {
        var image = Assert.IsType<ImageNameResolution.Resolved>(Names.Resolve(name, "shop"));

        Assert.Equal((PullSpec('1'), Image('1')), (image.PullSpec, image.Image));
        Assert.Equal("shop/ruby", image.Stream!.ToString());
        Assert.True(image is { IsLocalName: true, IsIntegrated: true });
        Assert.Equal($"{name} leads through the stream shop/ruby to {PullSpec('1')}.", image.Explanation);
    }

    [Fact]
    public void Resolve_BareNameOfAClosedStream_IsNotLocal() => AssertExplained<ImageNameResolution.NotLocal>(
        "closed would be the tag shop/closed:latest, but the spec.lookupPolicy.local of its stream is false.",
        Names.Resolve("closed", "shop"));

    [Theory]
    [InlineData("ruby", "elsewhere", "ruby would be in the stream elsewhere/ruby, which does not exist.")]
    [InlineData("python:3", "shop", "python:3 would be in the stream shop/python, which does not exist.")]
    [InlineData("odd:3", "shop", "odd:3 means the tag shop/odd:3, which has no image.")]
    [InlineData("closed:empty", "shop", "closed:empty means the tag shop/closed:empty, which has no image.")]
    public void Resolve_MissingStreamOrTag_IsNotFound(string name, string ns, string reported) =>
        AssertExplained<ImageNameResolution.NotFound>(reported, Names.Resolve(name, ns));

    [Theory]
    [InlineData("ruby:empty", "empty")]
    [InlineData("ruby:7", "7")]
    public void Resolve_EmptyTagOfALocalStream_IsTheTargetOfAPush(string name, string tag)
    {
        var empty = AssertExplained<ImageNameResolution.EmptyTag>(
            $"{name} means the tag shop/ruby:{tag}, which has no image; its stream resolves names, "
                + $"so it stands for {Host}/shop/ruby:{tag}.",
            Names.Resolve(name, "shop"));

        Assert.Equal($"{Host}/shop/ruby:{tag}", empty.PullSpec);
        Assert.False(empty.IsIntegrated);
    }

    [Theory]
    [InlineData("quay.io/team/ruby:3")]
    [InlineData("team/ruby")]
    [InlineData("other.local/shop/ruby")]
    public void Resolve_MoreThanABareName_IsElsewhere(string name) => AssertExplained<ImageNameResolution.Elsewhere>(
        $"{name} is not in the integrated registry and more than the name of a stream, so it is pulled as it is.",
        Names.Resolve(name, "shop"));

    [Fact]
    public void Resolve_PullSpecInTheIntegratedRegistry_IsItsTagWhateverThePolicy()
    {
        var image = Assert.IsType<ImageNameResolution.Resolved>(Names.Resolve($"{Host}/shop/closed:latest", "test"));
        Assert.True(image is { IsLocalName: false, IsIntegrated: true });
    }

    [Fact]
    public void Resolve_NoIntegratedRegistry_OwnsNoPullSpec() =>
        Assert.IsType<ImageNameResolution.Elsewhere>(new ImageNameResolver(Streams, "").Resolve("team/ruby", "shop"));

    [Theory]
    [InlineData("quay.io/team/ruby:3")]
    [InlineData("closed")]
    public void Resolve_AllNames_AreThoseOfTheNamespace(string name)
    {
        var everything = Names.Resolve(ObjectReference.DockerImage(name), "shop", resolveAllNames: true);
        Assert.True(everything is ImageNameResolution.Resolved { IsLocalName: true } or ImageNameResolution.EmptyTag);
    }

    [Fact]
    public void Resolve_AllNames_DoesNotAllowAReferenceByTag() => Assert.IsType<ImageNameResolution.NotFound>(
        Names.Resolve(ObjectReference.ImageStreamTag("closed:empty"), "shop", resolveAllNames: true));

    [Fact]
    public void Resolve_PullSpecByDigest_IsThatImage()
    {
        var name = $"quay.io/any/where:tag@{Image('1')}";
        var image = AssertExplained<ImageNameResolution.Resolved>(
            $"{name} names the image {Image('1')}.", Names.Resolve(name, "shop"));

        Assert.Equal($"quay.io/any/where@{Image('1')}", image.PullSpec);
        Assert.True(image is { IsLocalName: false, IsIntegrated: false, Stream: null });
    }

    [Fact]
    public void Resolve_DigestWithoutImageObject_IsNotFound() => AssertExplained<ImageNameResolution.NotFound>(
        $"ruby@{Image('9')} means the image {Image('9')}, of which there is no object.",
        Names.Resolve($"ruby@{Image('9')}", "shop"));

    [Fact]
    public void Resolve_TagWithoutImageObject_IsNotFound()
    {
        var names = new ImageNameResolver(new ImageStreamSet(Streams), new ImageSet([]), Host);
        Assert.Equal(
            (ImageStreams.Image.KindName, Image('1')),
            names.Resolve("ruby", "shop") is ImageNameResolution.NotFound missing ? (missing.Kind, missing.Missing) : default);
    }

    [Fact]
    public void Resolve_ReferenceByTag_NeedsNoPolicy()
    {
        var image = Assert.IsType<ImageNameResolution.Resolved>(
            Names.Resolve(ObjectReference.ImageStreamTag("shop", "closed:latest"), "test"));

        Assert.Equal(PullSpec('2'), image.PullSpec);
        Assert.False(image.IsLocalName);
    }

    [Fact]
    public void Resolve_ReferenceByStreamImage_IsThatImage()
    {
        var reference = ObjectReference.ImageStreamImage($"closed@{Image('2')[..15]}");
        var image = Assert.IsType<ImageNameResolution.Resolved>(Names.Resolve(reference, "shop"));

        Assert.Equal(Image('2'), image.Image);
    }

    [Fact]
    public void Resolve_ImageThatIsNotInTheHistory_IsNotFound() => AssertExplained<ImageNameResolution.NotFound>(
        $"ruby@{Image('2')} means the image shop/ruby@{Image('2')}, which is not in the stream's history.",
        Names.Resolve(ObjectReference.ImageStreamImage($"ruby@{Image('2')}"), "shop"));

    [Theory]
    [InlineData("DockerImage", "NONE", MalformedNameReason.InvalidReference, "'NONE' is not a valid pull spec.")]
    [InlineData("DockerImage", "", MalformedNameReason.InvalidReference, "'' is not a valid pull spec.")]
    [InlineData("DockerImage", "odd", MalformedNameReason.InvalidReference, "odd leads to the pull spec 'NONE', which is not a valid reference.")]
    [InlineData("ImageStreamTag", "ruby", MalformedNameReason.InvalidName, "'ruby' must be stream:tag, or stream@image for an image of a stream.")]
    [InlineData("ImageStreamImage", "ruby", MalformedNameReason.InvalidName, "'ruby' must be stream:tag, or stream@image for an image of a stream.")]
    [InlineData("ImageStreamTag", "a:b:c", MalformedNameReason.BadRequest, "'a:b:c' must have one stream and one tag or image, and neither may be empty.")]
    [InlineData("ImageStreamImage", "a@", MalformedNameReason.BadRequest, "'a@' must have one stream and one tag or image, and neither may be empty.")]
    [InlineData("Secret", "ruby", MalformedNameReason.UnsupportedKind, "A reference of the kind 'Secret' does not mean an image.")]
    [InlineData(null, "ruby", MalformedNameReason.UnsupportedKind, "A reference of the kind '' does not mean an image.")]
    public void Resolve_Malformed_ReportsTheError(string? kind, string name, MalformedNameReason fault, string reported) => Assert.Equal(
        fault,
        AssertExplained<ImageNameResolution.Malformed>(
            reported, Names.Resolve(new ObjectReference { Kind = kind, Name = name }, "shop")).Reason);

    [Fact]
    public void Explanation_HostileName_IsCutAndOnOneLine()
    {
        var reported = Names.Resolve("A\n" + new string('x', 10_000), "shop").Explanation;

        Assert.True(reported.Length < 200);
        Assert.DoesNotContain('\n', reported);
    }

    private static T AssertExplained<T>(string reported, ImageNameResolution resolution)
        where T : ImageNameResolution
    {
        Assert.Equal(reported, resolution.Explanation);
        return Assert.IsType<T>(resolution);
    }

    private static ImageStream Local(ImageStream stream) =>
        stream with { Spec = stream.Spec with { LookupPolicy = new ImageLookupPolicy { Local = true } } };

    [Fact]
    public void Resolve_ImageWithoutAPullSpec_IsMalformed()
    {
        var images = new ImageSet([new Image { Metadata = new ObjectMeta { Name = Image('1') } }]);

        var resolution = new ImageNameResolver(new ImageStreamSet(Streams), images, Host)
            .Resolve(ObjectReference.ImageStreamImage("shop", $"ruby@{Image('1')}"), "shop");

        Assert.Equal(MalformedNameReason.InvalidReference, Assert.IsType<ImageNameResolution.Malformed>(resolution).Reason);
    }
}
