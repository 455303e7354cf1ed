using System.Buffers.Text;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Serialization;
using static ImageStreams.Tests.Importing.SampleImages;

namespace ImageStreams.Tests.Importing;

public class ImageFactoryTests
{
    [Fact]
    public void FromManifest_Schema2_CreatesTheImageThatAServerReturns()
    {
        var image = ImageFactory.WithoutManifest(FromManifest());

        Assert.Equal(
            """
            {"metadata":{"name":"sha256:73bed0609b27e66d564e1be7bae0f3bee5ea04a282caaa9179a982dfe3ff937c","annotations":{"image.openshift.io/dockerLayersOrder":"ascending"}},
            "dockerImageReference":"127.0.0.1:5000/test/app@sha256:73bed0609b27e66d564e1be7bae0f3bee5ea04a282caaa9179a982dfe3ff937c",
            "dockerImageMetadata":{"kind":"DockerImage","apiVersion":"image.openshift.io/1.0","Id":"sha256:788473ed4a49c3a27f42128cbecc3b1a76bdcf7a567ff9a3fcb7439e70ab4ab8","Created":"2024-01-02T03:04:05Z","ContainerConfig":{},"Author":"scratch","Config":{"User":"1001","ExposedPorts":{"8080/tcp":{}},"Env":["PATH=/usr/bin","APP=app 1.0.0"],"Cmd":["/bin/app"],"WorkingDir":"/","Labels":{"org.opencontainers.image.title":"app 1.0.0"}},"Architecture":"amd64","Size":863},
            "dockerImageMetadataVersion":"1.0",
            "dockerImageLayers":[{"name":"sha256:f8f53f2075a2bd5068463320d7283ca9e5be2f11e619a6567c9627cf988eab03","size":122,"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip"},{"name":"sha256:2494ca01a6d0cb579209bccb3b416e5800c81afbd6723808ee939b62dbb0c057","size":111,"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip"}],
            "dockerImageManifestMediaType":"application/vnd.docker.distribution.manifest.v2+json"}
            """.Replace("\n", "", StringComparison.Ordinal),
            ImageStreamJson.Serialize(image));
    }

    [Fact]
    public void FromManifest_Schema2_CarriesBothTexts()
    {
        var image = FromManifest();

        Assert.Equal(ManifestJson, image.DockerImageManifest);
        Assert.Equal(ConfigBytes, Utf8(image.DockerImageConfig!));
    }

    [Fact]
    public void FromManifest_OciArtifact_HasNoTimeAndTheSizeOfItsParts()
    {
        var config = Utf8("{}");
        var manifest = Utf8($$"""
            {"schemaVersion":2,"config":{"mediaType":"application/vnd.oci.empty.v1+json","size":2,
            "digest":"{{Digest.Sha256(config)}}"},"layers":[{"mediaType":"text/plain","size":14,"digest":"sha256:x"}]}
            """);
        var image = Make(manifest, config, MediaTypes.OciManifest);
        var metadata = ImageMetadata.Read(image);

        Assert.Equal(MediaTypes.OciManifest, image.DockerImageManifestMediaType);
        Assert.Equal(16, metadata.Size);
        Assert.False(metadata.Created.IsSet);
    }

    [Fact]
    public void FromManifest_Schema1_TakesItsConfigurationFromTheHistory()
    {
        var image = Make(Utf8(Schema1Text), [], "text/plain; charset=utf-8");

        Assert.Equal(MediaTypes.DockerSchema1, image.DockerImageManifestMediaType);
        Assert.Equal("i", ImageMetadata.Read(image).Id);
        Assert.Null(image.DockerImageConfig);
    }

    [Fact]
    public void FromIndex_KeepsTheManifestsAndNeitherLayersNorText()
    {
        var digest = Digest.Sha256(IndexBytes);
        var image = ImageFactory.FromIndex(PullSpec, digest, MediaTypes.OciIndex, IndexBytes, Clock);

        Assert.Equal(
            $$$"""
            {"metadata":{"name":"{{{digest}}}"},
            "dockerImageReference":"127.0.0.1:5000/test/app@{{{digest}}}",
            "dockerImageMetadata":{"kind":"DockerImage","apiVersion":"image.openshift.io/1.0","Id":"{{{digest}}}","Created":"{{{Now}}}","ContainerConfig":{}},
            "dockerImageMetadataVersion":"1.0","dockerImageManifestMediaType":"application/vnd.oci.image.index.v1+json",
            "dockerImageManifests":[{"digest":"sha256:fa37b2a285981dafb866c84679bef7f694e5557804dd80044a0188896833fd2c","mediaType":"application/vnd.oci.image.manifest.v1+json","manifestSize":702,"architecture":"amd64","os":"linux"},
            {"digest":"sha256:e1455f92409c20af599f1fafddd342c0292864451911917aa445ec8e0cd34571","mediaType":"application/vnd.oci.image.manifest.v1+json","manifestSize":702,"architecture":"arm64","os":"linux","variant":"v8"}]}
            """.Replace("\n", "", StringComparison.Ordinal),
            ImageStreamJson.Serialize(image));
    }

    [Theory]
    [InlineData("ruby", "docker.io/library/ruby@")]
    [InlineData("quay.io/a/b:1", "quay.io/a/b@")]
    [InlineData("user/app:1", "docker.io/user/app@")]
    public void FromManifest_PullSpec_IsTheRepositoryAtTheDigest(string requested, string expected) =>
        Assert.Equal(expected + DigestText, FromManifest(ImageReference.Parse(requested)).DockerImageReference);

    [Fact]
    public void FromManifest_OtherDigest_NamesBoth()
    {
        var other = Digest.Sha256("other"u8);
        var e = Assert.Throws<ImageFormatException>(
            () => ImageFactory.FromManifest(PullSpec, other, (string?)null, ManifestBytes, ConfigBytes, Clock));

        Assert.Equal(ImageFormatFailure.DigestMismatch, e.Reason);
        Assert.Equal($"The manifest has the digest {DigestText}, but {other} was requested.", e.Message);
    }

    [Fact]
    public void FromManifest_OtherConfig_IsRejected()
    {
        var e = Assert.Throws<ImageFormatException>(() => Make(ManifestBytes, "{}"u8.ToArray(), null));

        Assert.Equal(ImageFormatFailure.DigestMismatch, e.Reason);
        Assert.StartsWith("The configuration has the digest sha256:44136fa3", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromManifest_NoConfig_IsRejected() =>
        Assert.Equal(ImageFormatFailure.EmptyConfig, Assert.Throws<ImageFormatException>(() => Make(ManifestBytes, [], null)).Reason);

    [Fact]
    public void FromManifest_Index_IsRejected() =>
        Assert.Equal(ImageFormatFailure.UnsupportedMediaType, Assert.Throws<ImageFormatException>(() => Make(IndexBytes, [], null)).Reason);

    [Fact]
    public void FromIndex_SingleImage_IsRejected()
    {
        var e = Assert.Throws<ImageFormatException>(
            () => ImageFactory.FromIndex(PullSpec, ManifestDigest, (string?)null, ManifestBytes, Clock));

        Assert.Equal(ImageFormatFailure.UnsupportedMediaType, e.Reason);
    }

    [Theory]
    [InlineData(0, """{"schemaVersion":1}""")]
    [InlineData(18, "}")]
    public void FromManifest_SignaturesHideMoreThanThemselves_IsRejected(int length, string tail)
    {
        const string Visible = """{"schemaVersion":1,"fsLayers":[],"history":[]""";
        var header = $$"""{"formatLength":{{length}},"formatTail":"{{Base64Url.EncodeToString(Utf8(tail))}}"}""";
        var manifest = Utf8($$"""{{Visible}},"signatures":[{"protected":"{{Base64Url.EncodeToString(Utf8(header))}}"}]}""");
        var digest = Digest.Sha256(Utf8(Visible[..length] + tail));

        var e = Assert.Throws<ImageFormatException>(
            () => ImageFactory.FromManifest(PullSpec, digest, MediaTypes.DockerSchema1Signed, manifest, default, Clock));

        Assert.Equal((ImageFormatFailure.BadManifest, "$.signatures[0].protected"), (e.Reason, e.Path));
    }

    private static Image FromManifest(ImageReference? pullSpec = null) => ImageFactory.FromManifest(
        pullSpec ?? PullSpec, ManifestDigest, MediaTypes.DockerSchema2, ManifestBytes, ConfigBytes, Clock);

    private static Image Make(byte[] manifest, byte[] config, string? contentType) =>
        ImageFactory.FromManifest(PullSpec, Digest.Sha256(manifest), contentType, manifest, config, Clock);
}
