using ImageStreams.Validation;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class ImageValidationTests
{
    private static readonly Image Good = new()
    {
        Metadata = new() { Name = Image('1'), ResourceVersion = "7" },
        DockerImageReference = PullSpec('1'),
    };

    private static readonly ImageManifest Manifest = new()
    {
        Digest = Image('2'),
        MediaType = "application/vnd.oci.image.manifest.v1+json",
        Architecture = "amd64",
        Os = "linux",
    };

    [Fact]
    public void Validate_ValidImage_FindsNothing() =>
        AssertErrors(ImageStreamValidator.Validate(Good with { DockerImageManifests = [Manifest] }));

    [Fact]
    public void Validate_ImageInANamespace_IsForbidden() => AssertErrors(
        ImageStreamValidator.Validate(Good with { Metadata = Good.Metadata with { Namespace = "shop" } }),
        "FieldValueForbidden metadata.namespace");

    [Fact]
    public void Validate_InvalidManifest_IsAnErrorForEachField() => AssertErrors(
        ImageStreamValidator.Validate(Good with { DockerImageManifests = [Manifest, new() { ManifestSize = -1 }] }),
        "FieldValueInvalid dockerImageManifests[1].digest",
        "FieldValueInvalid dockerImageManifests[1].mediaType",
        "FieldValueInvalid dockerImageManifests[1].size",
        "FieldValueRequired dockerImageManifests[1].architecture",
        "FieldValueRequired dockerImageManifests[1].os");

    [Fact]
    public void Validate_LayersAndManifests_AreInvalid() => AssertErrors(
        ImageStreamValidator.Validate(Good with { DockerImageManifests = [Manifest], DockerImageLayers = [new()] }),
        "FieldValueInvalid dockerImageLayers");

    [Theory]
    [InlineData("junk sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa junk", true)]
    [InlineData("1:2:1sha:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [InlineData("256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("sha-:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void Validate_ManifestDigest_MayBeAnywhereInTheText(string digest, bool valid)
    {
        var image = Good with { DockerImageManifests = [Manifest with { Digest = digest }] };
        Assert.Equal(valid, ImageStreamValidator.Validate(image).IsEmpty);
    }

    [Theory]
    [InlineData(" a/b ", true)]
    [InlineData("application/x+y.z", true)]
    [InlineData("app.x/y", false)]
    [InlineData("a/b/c", false)]
    [InlineData("a/b;c=d", false)]
    [InlineData("\ta/b", false)]
    [InlineData("a/", false)]
    public void Validate_MediaType_HasTwoNames(string mediaType, bool valid)
    {
        var image = Good with { DockerImageManifests = [Manifest with { MediaType = mediaType }] };
        Assert.Equal(valid, ImageStreamValidator.Validate(image).IsEmpty);
    }

    [Fact]
    public void ValidateUpdate_Image_KeepsItsName() => AssertErrors(
        ImageStreamValidator.ValidateUpdate(Good, Good with { Metadata = Good.Metadata with { Name = "other" } }),
        "FieldValueInvalid metadata.name");

    /// <summary>Recorded responses of a server to mappings.</summary>
    [Fact]
    public void Validate_Mapping_ReportsAMissingNameThreeTimes()
    {
        var mapping = new ImageStreamMapping { Metadata = new() { Namespace = "shop" }, Image = Good, Tag = "x" };
        AssertErrors(
            ImageStreamValidator.Validate(mapping),
            "FieldValueRequired metadata.name",
            "FieldValueRequired name",
            "FieldValueRequired dockerImageRepository");
    }

    [Fact]
    public void Validate_MappingWithInvalidImage_ReportsItUnderImage()
    {
        var mapping = new ImageStreamMapping
        {
            Metadata = new() { Name = "app", Namespace = "Shop" },
            Image = Good with { DockerImageReference = "quay.io/a/b@notadigest" },
        };
        AssertErrors(
            ImageStreamValidator.Validate(mapping),
            "FieldValueInvalid metadata.namespace",
            "FieldValueInvalid metadata.namespace",
            "FieldValueRequired tag",
            "FieldValueInvalid image.dockerImageReference");
    }
}
