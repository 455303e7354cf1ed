using ImageStreams.Collections;
using ImageStreams.Importing;

namespace ImageStreams.Tests.Importing;

public class PlatformSelectorTests
{
    /// <summary>The platforms of an index, the preferred architecture and system, and the position of the choice.</summary>
    public static TheoryData<string, string, string, int> Rules => new()
    {
        { "linux/arm64 linux/amd64", "", "", 1 },
        { "linux/arm64 linux/amd64", "arm64", "linux", 0 },
        { "linux/arm64 linux/amd64", "arm64", "", 0 },
        { "windows/amd64 linux/amd64", "", "windows", 0 },
        { "linux/arm64 linux/amd64", "s390x", "linux", 1 },
        { "linux/arm64 windows/amd64", "s390x", "linux", 0 },
        { "windows/arm64 linux/s390x", "arm64", "linux", 0 },
        { "linux/amd64 linux/amd64", "", "", 0 },
        { "Linux/AMD64 linux/s390x", "", "", 0 },
        { "unknown/unknown linux/amd64", "", "", 1 },
        { "/ linux/arm64", "", "", 0 },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Choose_Table_FollowsTheRule(string platforms, string architecture, string os, int expected)
    {
        ValueList<IndexedManifest> manifests = [.. platforms.Split(' ').Select(Entry)];
        var preferred = new Platform { Architecture = architecture, Os = os };

        Assert.Same(manifests[expected], PlatformSelector.Choose(manifests, preferred));
    }

    [Fact]
    public void Choose_NoPreference_MeansLinuxOnAmd64()
    {
        Assert.Equal("linux/amd64", Platform.Default.ToString());
        Assert.Equal("1", PlatformSelector.Choose([Entry("linux/arm64", 0), Entry("linux/amd64", 1)]).Manifest.Digest);
    }

    [Fact]
    public void Choose_EmptyIndex_ReportsIt()
    {
        var e = Assert.Throws<ImageFormatException>(() => PlatformSelector.Choose([]));

        Assert.Equal(ImageFormatFailure.NoManifests, e.Reason);
        Assert.Equal("The index has no manifests, so none can be chosen.", e.Message);
    }

    private static IndexedManifest Entry(string platform, int index)
    {
        var parts = platform.Split('/');
        return new IndexedManifest
        {
            Manifest = new ImageManifest { Digest = $"{index}", Os = parts[0], Architecture = parts[1], Variant = "v8" },
        };
    }
}
