using FsCheck;
using FsCheck.Xunit;
using ImageStreams.Importing;
using static ImageStreams.Tests.Importing.SampleImages;

namespace ImageStreams.Tests.Importing;

/// <summary>Laws of manifests and configurations that are damaged at any place.</summary>
[Properties(MaxTest = 2000)]
public class MangledImagesLawTests
{
    private static readonly string[] Manifests = [ManifestJson, IndexText, Schema1Text];

    private static readonly string[] Damages =
        ["", "\"", "{", "}", "[", "]", ",", "null", "0", "-1.5e3", "\\", "\\u0000", "\ud800", "\u017f", "true", "\"x\":1,"];

    [Property(Replay = "2026,11")]
    public void WithMetadata_DamagedManifest_IsReadTheSameTwiceOrRejected(
        NonNegativeInt which, NonNegativeInt at, NonNegativeInt length, NonNegativeInt damage)
    {
        var manifest = Mangle(Manifests[which.Get % Manifests.Length], at, length, damage);

        AssertStableOrRejected(Raw(manifest, ConfigText));
    }

    [Property(Replay = "2026,13")]
    public void WithMetadata_DamagedConfig_IsReadTheSameTwiceOrRejected(
        NonNegativeInt at, NonNegativeInt length, NonNegativeInt damage) =>
        AssertStableOrRejected(Raw(ManifestJson, Mangle(ConfigText, at, length, damage)));

    [Property(Replay = "2026,15")]
    public void Parse_DamagedManifest_IsOneOfThreeOrRejected(
        NonNegativeInt which, NonNegativeInt at, NonNegativeInt length, NonNegativeInt damage)
    {
        var manifest = Utf8(Mangle(Manifests[which.Get % Manifests.Length], at, length, damage));
        var e = Record.Exception(() => Assert.NotEmpty(Manifest.Parse(manifest).MediaType));

        Assert.True(e is null or ImageFormatException, $"{e}");
    }

    [Property(Replay = "2026,17")]
    public void FromManifest_DamagedManifest_NeverEqualsTheOriginal(
        NonNegativeInt at, NonNegativeInt length, NonNegativeInt damage)
    {
        var manifest = Mangle(ManifestJson, at, length, damage);
        var e = Record.Exception(
            () => ImageFactory.FromManifest(PullSpec, ManifestDigest, (string?)null, Utf8(manifest), ConfigBytes, Clock));

        Assert.Equal(manifest == ManifestJson, e is null);
        Assert.True(e is null or ImageFormatException, $"{e}");
    }

    private static void AssertStableOrRejected(Image image)
    {
        try
        {
            var once = ImageInterpreter.WithMetadata(image, Clock);
            Assert.Equal(once, ImageInterpreter.WithMetadata(once, Clock));
        }
        catch (ImageFormatException e)
        {
            Assert.StartsWith("$", e.Path, StringComparison.Ordinal);
            Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
        }
    }

    private static string Mangle(string text, NonNegativeInt at, NonNegativeInt length, NonNegativeInt damage)
    {
        var start = at.Get * 7919 % text.Length;
        var end = Math.Min(text.Length, start + (length.Get % 8));
        return string.Concat(text.AsSpan(0, start), Damages[damage.Get % Damages.Length], text.AsSpan(end));
    }
}
