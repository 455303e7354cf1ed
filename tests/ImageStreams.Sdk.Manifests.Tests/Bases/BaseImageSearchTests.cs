using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.References;

namespace ImageStreams.Tests.Manifests.Bases;

public class BaseImageSearchTests
{
    [Fact]
    public void Find_LayersInAnotherCompression_AreComparedWithoutIt()
    {
        var image = Create("app", "gzip1", "gzip2") with { DiffIds = ["a", "b"] };
        var known = Create("base", "zstd1") with { DiffIds = ["a"] };

        var found = Assert.IsType<BaseImageResult.ByLayers>(BaseImageSearch.Find(image, [known]));

        Assert.Equal((known, 1), (found.Base, found.LayerCount));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b", "a")]
    [InlineData("a", "c")]
    [InlineData("a", "b", "c", "d")]
    [InlineData]
    public void Find_LayersThatAreNotAtTheBottom_AreNoBase(params string[] layers)
    {
        var image = Create("app", "b", "c", "a");

        Assert.IsType<BaseImageResult.Unknown>(BaseImageSearch.Find(image, [Create("base", layers)]));
    }

    [Fact]
    public void Find_ImageItself_IsNotItsBaseButAnotherWithTheSameLayersIs()
    {
        var image = Create("app", "a", "b");
        var same = Create("base", "a", "b");

        Assert.IsType<BaseImageResult.Unknown>(BaseImageSearch.Find(image, [image]));
        Assert.Equal(same, Assert.IsType<BaseImageResult.ByLayers>(BaseImageSearch.Find(image, [image, same])).Base);
    }

    [Fact]
    public void Find_LabelWithADigestThatIsNone_HasTheNameAlone()
    {
        var labels = new Dictionary<string, string> { [BaseImageSearch.NameKey] = "x:1", [BaseImageSearch.DigestKey] = "sha256:?" };

        var found = Assert.IsType<BaseImageResult.ByName>(
            BaseImageSearch.Find(Create("app", "a") with { Labels = labels.ToValueMap() }, []));

        Assert.Equal(("x:1", null, true), (found.Name, found.Digest, found.IsLabel));
    }

    private static RegistryImage Create(string name, params string[] layers)
    {
        var digest = Digest.Sha256(System.Text.Encoding.UTF8.GetBytes(name));
        return new RegistryImage { PullSpec = name, Digest = digest, ImageDigest = digest, Layers = [.. layers] };
    }
}
