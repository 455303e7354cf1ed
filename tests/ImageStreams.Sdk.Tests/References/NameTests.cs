using ImageStreams.Clients;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Validation;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.References;

/// <summary>Names, their order, and the messages about wrong ones.</summary>
public sealed class NameTests
{
    public static TheoryData<string[]> EqualVersions => new(
        ["2.3.1+b", "2.3.1+b44", "2.3.1"],
        ["v1.0.0+a", "1.0.0+b", "1.0.0+a", "v1.0.0"],
        ["1.0.0-rc.1+x", "1.0.0-rc.1", "1.0.0", "latest", "x", "1.0"]);

    [Theory]
    [MemberData(nameof(EqualVersions))]
    public void AnyOrderOfInput_GivesOneOrder(string[] tags)
    {
        var random = new Random(9);
        var expected = TagPriority.Prioritize(tags);
        for (var i = 0; i < 50; i++)
        {
            random.Shuffle(tags);
            Assert.Equal(expected, TagPriority.Prioritize(tags));
        }
    }

    [Fact]
    public void BuildMetadata_IsOrderedByItsText() =>
        Assert.Equal(["2.3.1", "2.3.1+b", "2.3.1+b44", "v2.3.1"], TagPriority.Prioritize(["v2.3.1", "2.3.1+b44", "2.3.1", "2.3.1+b"]));

    [Fact]
    public void SlashInTheNameOfATag_SeparatesTheNamespace()
    {
        var name = ImageStreamTagName.Parse("shop/ruby:3");

        Assert.Equal(("shop", "ruby", "3"), (name.Namespace, name.Stream, name.Tag));
        Assert.Equal(ImageStreamTagName.FromParts("shop", "ruby", "3"), name);
        Assert.NotEqual(name, ImageStreamTagName.ParseLocalName("shop/ruby:3"));
        Assert.Throws<ImageReferenceFormatException>(() => ImageStreamTagName.Parse("quay.io/shop/ruby:3"));
    }

    [Fact]
    public void NamespaceAndName_AreInThisOrderEverywhere()
    {
        Assert.Equal("shop/ruby", ImageStreamName.FromParts("shop", "ruby").ToString());
        Assert.Equal("shop/ruby:3", ImageStreamTagName.FromParts("shop", "ruby", "3").ToString());
        Assert.Equal("ImageStreamTag shop/ruby:3", ObjectReference.ImageStreamTag("shop", "ruby:3").ToString());
        Assert.Equal("ImageStreamImage shop/ruby@1", ObjectReference.ImageStreamImage("shop", "ruby@1").ToString());
        Assert.Equal("ImageStreamTag ruby:3", ObjectReference.ImageStreamTag("ruby:3").ToString());
    }

    /// <summary>Methods that change a tag have what it gets before the tag, as <c>oc tag SOURCE DEST</c> has.</summary>
    [Theory]
    [InlineData(nameof(ImageStreamClientExtensions.CopyTagAsync), "source")]
    [InlineData(nameof(ImageStreamClientExtensions.TrackTagAsync), "source")]
    [InlineData(nameof(ImageStreamClientExtensions.FollowImageAsync), "pullSpec")]
    [InlineData(nameof(ImageStreamClientExtensions.ReferenceImageAsync), "pullSpec")]
    public void SourceAndTarget_AreInThisOrderEverywhere(string method, string source) => Assert.Equal(
        ["client", source, "target"],
        typeof(ImageStreamClientExtensions).GetMethod(method)!.GetParameters().Take(3).Select(parameter => parameter.Name));

    [Theory]
    [InlineData("Dockerimage", ", DockerImage may be meant: use DockerImage for")]
    [InlineData("imagestreamtag", ", ImageStreamTag may be meant: use DockerImage for")]
    [InlineData("Image", "'Image' is not a kind of source: use DockerImage for")]
    [InlineData("Docker\nImage", "'Docker\\u000AImage' is not a kind of source")]
    public void UnknownKind_IsInTheMessage(string kind, string message)
    {
        var stream = AnImageStream().Tag("a").From(new ObjectReference { Kind = kind, Name = "b" }).Build();
        var detail = ImageStreamValidator.Validate(stream.WithDefaults()).Single(error => error.Field.EndsWith("from.kind", StringComparison.Ordinal)).Detail;

        Assert.Contains(message, detail, StringComparison.Ordinal);
        Assert.StartsWith($"'{PrintableText.Escape(kind)}' is not a kind of source", detail, StringComparison.Ordinal);
    }

    [Fact]
    public void KindThatCannotBeImported_IsInTheMessage()
    {
        var import = new ImageStreamImport
        {
            Metadata = new() { Name = "a", Namespace = "n" },
            Spec = new() { Images = [new() { From = new() { Kind = "Dockerimage", Name = "a/b" } }] },
        };

        Assert.Equal(
            "Only images in a registry can be imported: use the kind DockerImage instead of 'Dockerimage'.",
            ImageStreamValidator.Validate(import.WithDefaults())[0].Detail);
    }

    [Theory]
    [InlineData("https://quay.io/x:3", "https://")]
    [InlineData("http://h.io/a", "http://")]
    [InlineData("docker://quay.io/x:3", "docker://")]
    [InlineData("HTTPS://quay.io/x", "HTTPS://")]
    [InlineData("oci://quay.io/x@sha256:0", "oci://")]
    public void ReferenceWithAScheme_SaysToLeaveItOut(string text, string scheme)
    {
        var e = Assert.Throws<ImageReferenceFormatException>(() => ImageReference.Parse(text));
        Assert.Contains($"leave out {scheme}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NameOfATagWithAScheme_SaysToLeaveItOut()
    {
        var e = Assert.Throws<ImageReferenceFormatException>(() => ImageStreamTagName.Parse("https://quay.io/x:3"));
        Assert.Contains("leave out https://", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ruby")]
    public void TextOfARootRecord_IsShort(string name)
    {
        ObjectMeta metadata = new() { Name = name };
        ApiObject[] objects =
        [
            new ImageStream { Metadata = metadata }, new ImageStreamTag { Metadata = metadata }, new Image { Metadata = metadata },
            new ImageTag { Metadata = metadata }, new ImageStreamImport { Metadata = metadata }, new ImageStreamMapping { Metadata = metadata },
        ];

        Assert.All(objects, value => Assert.Equal($"{value.GetType().Name} {name}", value.ToString()));
    }

    [Fact]
    public void TextOfAHostileObject_IsBoundedAndOneLine()
    {
        var text = new ImageStream { Metadata = new() { Name = "a\n" + new string('x', 1_000_000), Namespace = "n" } }.ToString();

        Assert.InRange(text.Length, 1, 600);
        Assert.StartsWith("ImageStream n/a\\u000Axx", text, StringComparison.Ordinal);
        Assert.InRange(ObjectReference.DockerImage(new string('x', 1_000_000)).ToString().Length, 1, 600);
    }

    [Theory]
    [InlineData(null, "''")]
    [InlineData("", "''")]
    [InlineData(" web", "' web'")]
    [InlineData("web\n", "web\\u000A")]
    [InlineData("web", "web")]
    public void NameInASentence_LeavesNoGap(string? name, string shown) => Assert.Equal(shown, PrintableText.ShowName(name));
}
