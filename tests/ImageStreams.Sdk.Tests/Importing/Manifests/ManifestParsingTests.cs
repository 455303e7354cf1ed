using ImageStreams.Importing;
using ImageStreams.Registries;
using static ImageStreams.Tests.Importing.SampleImages;

namespace ImageStreams.Tests.Importing;

public class ManifestParsingTests
{
    /// <summary>Content, its header, and its media type.</summary>
    public static TheoryData<string, string?, string> Recognized => new()
    {
        { ManifestJson, MediaTypes.DockerSchema2, MediaTypes.DockerSchema2 },
        { ManifestJson, "Application/VND.docker.distribution.manifest.v2+json; charset=utf-8", MediaTypes.DockerSchema2 },
        { ManifestJson, "application/json", MediaTypes.DockerSchema2 },
        { ManifestJson, null, MediaTypes.DockerSchema2 },
        { IndexText, MediaTypes.OciIndex, MediaTypes.OciIndex },
        { IndexText, "text/plain", MediaTypes.OciIndex },
        { Schema1Text, null, MediaTypes.DockerSchema1 },
        { Schema1Text, MediaTypes.DockerSchema1Signed, MediaTypes.DockerSchema1Signed },
        { """{"schemaVersion":1,"signatures":[]}""", null, MediaTypes.DockerSchema1Signed },
        { """{"schemaVersion":2,"layers":[]}""", MediaTypes.OciManifest, MediaTypes.OciManifest },
        { """{"schemaVersion":2,"layers":[]}""", null, MediaTypes.OciManifest },
        { """{"schemaVersion":2,"manifests":[]}""", null, MediaTypes.OciIndex },
        { """{"schemaVersion":2,"manifests":[],"layers":null}""", MediaTypes.DockerManifestList, MediaTypes.DockerManifestList },
    };

    /// <summary>Content, its header, and the error.</summary>
    public static TheoryData<string, string?, ImageFormatFailure, string> Rejected => new()
    {
        { ManifestJson, MediaTypes.OciManifest, ImageFormatFailure.MediaTypeMismatch, "$.mediaType" },
        { ManifestJson, MediaTypes.OciIndex, ImageFormatFailure.MediaTypeMismatch, "$.mediaType" },
        { IndexText, MediaTypes.DockerManifestList, ImageFormatFailure.MediaTypeMismatch, "$.mediaType" },
        { """{"schemaVersion":2,"manifests":[],"layers":[]}""", null, ImageFormatFailure.MediaTypeMismatch, "$.layers" },
        { """{"schemaVersion":2,"manifests":[],"Config":{}}""", null, ImageFormatFailure.MediaTypeMismatch, "$.config" },
        { """{"schemaVersion":2,"manifests":[],"l\u0061yers":[]}""", null, ImageFormatFailure.MediaTypeMismatch, "$.layers" },
        { """{"schemaVersion":2,"Manifests":[]}""", MediaTypes.OciManifest, ImageFormatFailure.MediaTypeMismatch, "$.manifests" },
        { """{"schemaVersion":1}""", MediaTypes.OciManifest, ImageFormatFailure.UnknownSchema, "$.schemaVersion" },
        { """{"schemaVersion":2}""", MediaTypes.DockerSchema1, ImageFormatFailure.UnknownSchema, "$.schemaVersion" },
        { """{"schemaVersion":3}""", null, ImageFormatFailure.UnknownSchema, "$.schemaVersion" },
        { "{}", null, ImageFormatFailure.UnknownSchema, "$.schemaVersion" },
        { "null", null, ImageFormatFailure.UnknownSchema, "$.schemaVersion" },
        { "", null, ImageFormatFailure.BadManifest, "$" },
        { "[]", null, ImageFormatFailure.BadManifest, "$" },
    };

    [Theory]
    [MemberData(nameof(Recognized))]
    public void Parse_Table_ReportsTheKind(string manifest, string? contentType, string expected) =>
        Assert.Equal(expected, Manifest.Parse(Utf8(manifest), contentType).MediaType);

    [Theory]
    [MemberData(nameof(Rejected))]
    public void Parse_Contradiction_NamesThePath(string manifest, string? contentType, ImageFormatFailure kind, string path)
    {
        var e = Assert.Throws<ImageFormatException>(() => Manifest.Parse(Utf8(manifest), contentType));

        Assert.Equal((kind, path), (e.Reason, e.Path));
    }

    [Fact]
    public void Parse_SingleImage_PointsAtConfigAndLayers()
    {
        var image = Assert.IsType<Manifest.SingleImage>(Manifest.Parse(ManifestBytes));

        Assert.Equal("sha256:788473ed4a49c3a27f42128cbecc3b1a76bdcf7a567ff9a3fcb7439e70ab4ab8", image.Config.Digest);
        Assert.Equal(630, image.Config.Size);
        Assert.Equal([122L, 111], image.Layers.Select(layer => layer.LayerSize));
    }

    [Fact]
    public void Parse_Schema1_ListsTheBaseFirst()
    {
        var image = Assert.IsType<Manifest.Schema1>(Manifest.Parse(Utf8(Schema1Text)));

        Assert.Equal(["sha256:old", "sha256:new"], image.Layers.Select(layer => layer.Name));
        Assert.Equal([0L, 5], image.Layers.Select(layer => layer.LayerSize));
        Assert.Equal(("a/b", "t", "amd64"), (image.Name, image.Tag, image.Architecture));
    }

    [Fact]
    public void Parse_IndexEntryWithoutPlatform_HasEmptyNames()
    {
        var index = Assert.IsType<Manifest.Index>(
            Manifest.Parse("""{"schemaVersion":2,"manifests":[{"digest":"d","platform":null},{"size":3}]}"""u8));

        Assert.Equal(
            [new ImageManifest { Digest = "d" }, new ImageManifest { ManifestSize = 3 }], index.Entries.Select(entry => entry.Manifest));
    }
}
