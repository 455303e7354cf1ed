using System.Buffers.Text;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using static ImageStreams.Tests.Importing.SampleImages;

namespace ImageStreams.Tests.Importing;

public class ManifestVerificationTests
{
    private const string Unsigned = """{"schemaVersion":1,"name":"a/b"}""";

    [Fact]
    public void ManifestMatches_OwnManifest_IsTrue() =>
        Assert.True(ManifestVerification.ManifestMatches(Sample(MediaTypes.DockerSchema2), ManifestBytes));

    [Fact]
    public void ManifestMatches_OneByteMore_IsFalse() =>
        Assert.False(ManifestVerification.ManifestMatches(Sample(MediaTypes.DockerSchema2), [.. ManifestBytes, (byte)' ']));

    [Fact]
    public void ManifestMatches_SignedSchema1_IgnoresTheSignatures()
    {
        var image = Sample(MediaTypes.DockerSchema1Signed) with
        {
            Metadata = new ObjectMeta { Name = Digest.Sha256(Utf8(Unsigned)).ToString() },
        };

        Assert.True(ManifestVerification.ManifestMatches(image, Utf8(Signed(Unsigned.Length - 1))));
        Assert.False(ManifestVerification.ManifestMatches(image, Utf8(Signed(Unsigned.Length - 2))));
    }

    /// <summary>A media type, a manifest, and what is wrong.</summary>
    public static TheoryData<string?, string, ImageFormatFailure, string> Rejected => new()
    {
        { MediaTypes.OciManifest, ManifestJson, ImageFormatFailure.MediaTypeMismatch, "$.mediaType" },
        { MediaTypes.DockerSchema2, """{"schemaVersion":2}""", ImageFormatFailure.MediaTypeMismatch, "$.mediaType" },
        { MediaTypes.OciIndex, IndexText, ImageFormatFailure.UnsupportedMediaType, "$" },
        { "application/json", ManifestJson, ImageFormatFailure.UnsupportedMediaType, "$" },
        { MediaTypes.DockerSchema2, "{", ImageFormatFailure.BadManifest, "$" },
        { null, Unsigned, ImageFormatFailure.BadManifest, "$.signatures" },
        { null, """{"signatures":[{"protected":"?"}]}""", ImageFormatFailure.BadManifest, "$.signatures[0].protected" },
        { null, """{"signatures":[{"protected":"e30"},{"protected":"W10"}]}""", ImageFormatFailure.BadManifest, "$.signatures[1].protected" },
        { MediaTypes.DockerSchema1, Signed(9999), ImageFormatFailure.BadManifest, "$.signatures[0].protected" },
        { MediaTypes.DockerSchema1, Signed(-1), ImageFormatFailure.BadManifest, "$.signatures[0].protected" },
    };

    [Theory]
    [MemberData(nameof(Rejected))]
    public void ManifestMatches_WrongManifest_ReportsThePath(string? mediaType, string manifest, ImageFormatFailure kind, string path)
    {
        var e = Assert.Throws<ImageFormatException>(
            () => ManifestVerification.ManifestMatches(Sample(mediaType), Utf8(manifest)));

        Assert.Equal((kind, path), (e.Reason, e.Path));
    }

    [Fact]
    public void ManifestMatches_NameIsNoDigest_ReportsIt()
    {
        var image = Sample(MediaTypes.DockerSchema2) with { Metadata = new ObjectMeta { Name = "ruby" } };
        var e = Assert.Throws<ImageFormatException>(() => ManifestVerification.ManifestMatches(image, ManifestBytes));

        Assert.Equal((ImageFormatFailure.BadDigest, "The name of the image is no digest: 'ruby'."), (e.Reason, e.Message));
    }

    [Fact]
    public void ConfigMatches_OwnConfig_IsTrue()
    {
        Assert.True(ManifestVerification.ConfigMatches(Sample(MediaTypes.DockerSchema2), ConfigBytes));
        Assert.False(ManifestVerification.ConfigMatches(Sample(MediaTypes.DockerSchema2), "{}"u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(MediaTypes.DockerSchema1)]
    [InlineData(MediaTypes.DockerManifestList)]
    public void ConfigMatches_KindWithoutConfig_IsFalse(string? mediaType) =>
        Assert.False(ManifestVerification.ConfigMatches(Sample(mediaType), ConfigBytes));

    [Fact]
    public void ConfigMatches_ManifestNamesNoDigest_ReportsThePath()
    {
        var image = Sample(MediaTypes.OciManifest) with { DockerImageManifest = """{"config":{"digest":"x"}}""" };
        var e = Assert.Throws<ImageFormatException>(() => ManifestVerification.ConfigMatches(image, ConfigBytes));

        Assert.Equal((ImageFormatFailure.BadDigest, "$.config.digest"), (e.Reason, e.Path));
    }

    private static Image Sample(string? mediaType) => Raw(ManifestJson, null, mediaType);

    /// <summary>The manifest with a signature inside, which claims that so many bytes and a brace were signed.</summary>
    private static string Signed(int length)
    {
        var tail = Base64Url.EncodeToString("}"u8);
        var header = Base64Url.EncodeToString(Utf8($$"""{"formatLength":{{length}},"formatTail":"{{tail}}"}"""));
        return $$"""{{Unsigned[..^1]}},"signatures":[{"protected":"{{header}}"}]}""";
    }
}
