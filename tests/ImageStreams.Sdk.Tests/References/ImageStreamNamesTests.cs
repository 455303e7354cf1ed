using FsCheck.Xunit;
using ImageStreams.References;

namespace ImageStreams.Tests.References;

public class ImageStreamNamesTests
{
    [Fact]
    public void Parse_TagName_HasStreamAndTag()
    {
        var name = ImageStreamTagName.Parse("ruby:3.3");

        Assert.Equal(("", "ruby", "3.3"), (name.Namespace, name.Stream, name.Tag));
        Assert.Equal("ruby:3.3", name.ToString());
    }

    [Fact]
    public void ParseLocalName_Slash_StaysInTheStream() =>
        Assert.Equal(("", "other/ruby"), Parts(ImageStreamTagName.ParseLocalName("other/ruby:3")));

    [Fact]
    public void Parse_Slash_EndsTheNamespace() =>
        Assert.Equal(("other", "ruby"), Parts(ImageStreamTagName.Parse("other/ruby:3")));

    [Fact]
    public void ParseLocalName_ImageName_MayHaveColonsAnywhere()
    {
        var name = ImageStreamImageName.ParseLocalName($"a:b@{TestDigests.Sha256}");

        Assert.Equal(("a:b", TestDigests.Sha256), (name.Stream, name.Id));
    }

    [Theory]
    [InlineData("ruby", "", "ruby")]
    [InlineData("ns/ruby", "ns", "ruby")]
    public void Parse_StreamName_MayHaveANamespace(string text, string ns, string name)
    {
        var stream = ImageStreamName.Parse(text);

        Assert.Equal((ns, name, text), (stream.Namespace, stream.Name, stream.ToString()));
    }

    [Fact]
    public void LocalName_NamespacedNames_OmitsTheNamespace()
    {
        var stream = ImageStreamName.FromParts("ns", "ruby");

        Assert.Equal("ruby:3", stream.WithTag("3").LocalName);
        Assert.Equal("ruby@id", stream.WithImage("id").LocalName);
        Assert.Equal(stream, stream.WithTag("3").StreamName);
        Assert.Equal(stream, stream.WithImage("id").StreamName);
    }

    [Fact]
    public void Equals_AnyPartDiffers_IsNotEqual()
    {
        var name = ImageStreamTagName.FromParts("ns", "ruby", "3");

        Assert.True(name == ImageStreamTagName.Parse("ns/ruby:3"));
        Assert.True(name != ImageStreamTagName.FromParts("", "ruby", "3"));
        Assert.True(name != name.WithNamespace("other"));
        Assert.True(name != ImageStreamTagName.FromParts("ns", "ruby", "2"));
        Assert.True(name != ImageStreamTagName.FromParts("ns", "perl", "3"));
    }

    [Theory]
    [InlineData("a:b:c", "a", "b:c", true)]
    [InlineData("a:", "a", "latest", true)]
    [InlineData("a", "a", "latest", false)]
    [InlineData(":b", "", "b", true)]
    public void TrySplit_TagName_CutsAtTheFirstColon(string text, string stream, string tag, bool ok)
    {
        Assert.Equal(ok, ImageStreamTagName.TrySplit(text, out var gotStream, out var gotTag));
        Assert.Equal((stream, tag), (gotStream, gotTag));
    }

    [Theory]
    [InlineData("a@b@c", "a", "b@c", true)]
    [InlineData("a@", "a", "", true)]
    [InlineData("a", "a", "", false)]
    public void TrySplit_ImageName_CutsAtTheFirstAt(string text, string stream, string id, bool ok)
    {
        Assert.Equal(ok, ImageStreamImageName.TrySplit(text, out var gotStream, out var gotId));
        Assert.Equal((stream, id), (gotStream, gotId));
    }

    [Fact]
    public void Join_EmptyTag_IsLatest()
    {
        Assert.Equal("a:latest", ImageStreamTagName.Join("a", ""));
        Assert.Equal("a:b", ImageStreamTagName.Join("a", "b"));
        Assert.Equal("a@b", ImageStreamImageName.Join("a", "b"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("sha256:00", true)]
    [InlineData("0000", true)]
    [InlineData("sha512:00", false)]
    [InlineData("0a", false)]
    public void Matches_BeginningOfNameOrHex_IsTrue(string id, bool expected)
    {
        Assert.Equal(expected, ImageId.Matches(TestDigests.Sha256, id));
        Assert.Equal(expected, ImageStreamImageName.FromParts("", "ruby", id).Matches(TestDigests.Sha256));
    }

    [Fact]
    public void Matches_NameThatIsNotADigest_ComparesOnlyTheName()
    {
        Assert.True(ImageId.Matches("sha256:bad", "sha256:b"));
        Assert.False(ImageId.Matches("sha256:bad", "bad"));
    }

    [Property(Replay = "2026,21", Arbitrary = [typeof(SpecTexts)], MaxTest = 1000)]
    public void Parse_ResultOfToString_IsTheSameName(SpecText text)
    {
        if (ImageStreamName.TryParse(text.Value, out var stream))
        {
            Assert.Equal(text.Value, stream.ToString());
            Assert.Equal(stream, ImageStreamName.Parse(stream.ToString()));
        }

        if (ImageStreamTagName.TryParse(text.Value, out var tag))
        {
            Assert.Equal(text.Value, tag.ToString());
            Assert.Equal(tag, ImageStreamTagName.Parse(tag.ToString()));
        }

        if (ImageStreamImageName.TryParse(text.Value, out var image))
        {
            Assert.Equal(text.Value, image.ToString());
            Assert.Equal(image, ImageStreamImageName.Parse(image.ToString()));
        }
    }

    [Property(Replay = "2026,23", Arbitrary = [typeof(SpecTexts)], MaxTest = 1000)]
    public void ParseLocalName_LocalName_IsTheSameNameWithoutANamespace(SpecText text)
    {
        if (ImageStreamTagName.TryParse(text.Value, out var tag))
        {
            Assert.Equal(tag.WithNamespace(""), ImageStreamTagName.ParseLocalName(tag.LocalName));
        }

        if (ImageStreamTagName.TryParseLocalName(text.Value, out var local))
        {
            Assert.Equal(text.Value, local.ToString());
            Assert.Equal(local, ImageStreamTagName.ParseLocalName(local.ToString()));
        }

        if (ImageStreamImageName.TryParse(text.Value, out var image))
        {
            Assert.Equal(image.WithNamespace(""), ImageStreamImageName.ParseLocalName(image.LocalName));
        }
    }

    private static (string Namespace, string Stream) Parts(ImageStreamTagName name) => (name.Namespace, name.Stream);
}
