using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Registries;
using static ImageStreams.Tests.Importing.SampleImages;

namespace ImageStreams.Tests.Importing;

public class ImageInterpreterTests
{
    private const string Annotation = "image.openshift.io/dockerLayersOrder";

    /// <summary>The media type, the annotation, and the layers and annotation after.</summary>
    public static TheoryData<string?, string?, string, string?> Orders => new()
    {
        { MediaTypes.DockerSchema1, null, "a b", "ascending" },
        { MediaTypes.DockerSchema1Signed, null, "a b", "ascending" },
        { MediaTypes.DockerSchema2, null, "b a", "ascending" },
        { MediaTypes.OciManifest, null, "b a", "ascending" },
        { MediaTypes.OciIndex, null, "a b", null },
        { null, null, "a b", null },
        { MediaTypes.DockerSchema2, "ascending", "a b", "ascending" },
        { MediaTypes.DockerSchema1, "descending", "b a", "ascending" },
        { MediaTypes.DockerSchema2, "other", "a b", "ascending" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void WithMetadata_LayersPresent_AreListedBaseFirst(string? mediaType, string? order, string layers, string? after)
    {
        var image = Interpret(Layered(mediaType) with { Metadata = Annotated(order) });

        Assert.Equal(layers, string.Join(' ', image.DockerImageLayers.Select(layer => layer.Name)));
        Assert.Equal(after, image.Metadata.Annotations.TryGetValue(Annotation, out var noted) ? noted : null);
    }

    [Fact]
    public void WithMetadata_NoManifest_NamesTheMetadata()
    {
        var image = Interpret(new Image());

        Assert.Equal(
            """{"kind":"DockerImage","apiVersion":"image.openshift.io/1.0","Id":"","Created":null,"ContainerConfig":{}}""",
            image.DockerImageMetadata.ToString());
        Assert.Equal("1.0", image.DockerImageMetadataVersion);
    }

    [Fact]
    public void WithMetadata_Twice_ChangesNothing()
    {
        var once = Interpret(Raw(ManifestJson, ConfigText));

        Assert.Equal(once, Interpret(once));
    }

    [Fact]
    public void WithMetadata_CompleteImage_DoesNotReadItsManifest()
    {
        var image = Layered(MediaTypes.DockerSchema1) with
        {
            DockerImageManifest = "{",
            DockerImageMetadata = RawJson.Parse("""{"Id":"kept","Size":1,"X":[2]}"""),
        };

        Assert.Equal(
            """{"kind":"DockerImage","apiVersion":"image.openshift.io/1.0","Id":"kept","Created":null,"ContainerConfig":{},"Size":1,"X":[2]}""",
            Interpret(image).DockerImageMetadata.ToString());
    }

    [Fact]
    public void WithMetadata_NamesInOtherCase_AreTheSameFields()
    {
        const string Manifest = """{"\u017FCHEMAVERSION":2,"Layers":[{"DIGEST":"d","Size":7}],"conFig":{"digest":"c"}}""";
        var image = Interpret(Raw(Manifest, """{"AUTHOR":"me","Config":{"networ\u212Adisabled":true,"cmd":["x"]}}"""));
        var metadata = ImageMetadata.Read(image);

        Assert.Equal([new ImageLayer { Name = "d", LayerSize = 7 }], image.DockerImageLayers);
        Assert.Equal(("me", "c", true), (metadata.Author, metadata.Id, metadata.Config!.NetworkDisabled));
        Assert.Equal(["x"], metadata.Config.Cmd);
    }

    [Fact]
    public void WithMetadata_FieldTwice_LastCountsAndObjectsMerge()
    {
        const string Config = """{"author":"a","Author":"b","config":{"User":"u"},"CONFIG":{"Cmd":[null,"x"]},"Config":null}""";
        var metadata = ImageMetadata.Read(Interpret(Raw("""{"schemaVersion":2}""", Config)));

        Assert.Equal("b", metadata.Author);
        Assert.Null(metadata.Config);
    }

    [Fact]
    public void WithMetadata_LayerTwice_CountsOnce()
    {
        const string Layers = """[{"digest":"a","size":5},{"digest":"a","size":5},{"digest":"c","size":9},{"digest":"b","size":2}]""";
        var image = Interpret(Raw($$"""{"schemaVersion":2,"config":{"digest":"c"},"layers":{{Layers}}}""", "{}"));

        Assert.Equal(4, image.DockerImageLayers.Count);
        Assert.Equal("{}".Length + 5 + 2, ImageMetadata.Read(image).Size);
    }

    [Fact]
    public void WithMetadata_Index_GetsItsNameAndTheTime()
    {
        var image = Interpret(Raw(IndexText) with { DockerImageMetadata = RawJson.Parse("""{"Author":"kept"}""") });
        var metadata = ImageMetadata.Read(image);

        Assert.Equal((DigestText, Now, "kept"), (metadata.Id, metadata.Created.ToString(), metadata.Author));
        Assert.Empty(image.Metadata.Annotations);
    }

    [Theory]
    [InlineData("2016-01-02T03:04:05+02:00", "2016-01-02T01:04:05Z")]
    [InlineData("2020-02-29T23:59:59.999999999Z", "2020-02-29T23:59:59Z")]
    public void WithMetadata_Created_IsUtcToTheSecond(string created, string expected)
    {
        var image = Interpret(Raw("""{"schemaVersion":2}""", $$"""{"created":"{{created}}"}"""));

        Assert.Equal(expected, ImageMetadata.Read(image).Created.ToString());
    }

    private static Image Interpret(Image image) => ImageInterpreter.WithMetadata(image, Clock);

    private static ObjectMeta Annotated(string? order) =>
        new() { Annotations = order is null ? default : default(ValueMap<string>).Set(Annotation, order) };

    private static Image Layered(string? mediaType) => new()
    {
        DockerImageManifest = """{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json"}""",
        DockerImageManifestMediaType = mediaType,
        DockerImageLayers = [new ImageLayer { Name = "a" }, new ImageLayer { Name = "b" }],
    };
}
