using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Locking;

public sealed class PlatformSelectionTests
{
    private static LockedImage Many => Locks.CreateImage(
        "quay.io/a/b:1",
        'a',
        Locks.CreatePlatform("linux/amd64", 'b'),
        Locks.CreatePlatform("linux/arm64/v8", 'c'),
        Locks.CreatePlatform("linux/arm/v7", 'd'),
        Locks.CreatePlatform("linux/s390x", 'e'),
        Locks.CreatePlatform("windows(10.0.17763.6054)/amd64", 'f'),
        Locks.CreatePlatform("windows(10.0.20348.2582)/amd64", '1'));

    [Theory]
    [InlineData("linux-x64", "linux/amd64")]
    [InlineData("LINUX-X64", "linux/amd64")]
    [InlineData("linux-musl-x64", "linux/amd64")]
    [InlineData("alpine.3.20-x64", "linux/amd64")]
    [InlineData("ubuntu.24.04-arm64", "linux/arm64/v8")]
    [InlineData("linux-arm64", "linux/arm64/v8")]
    [InlineData("linux-musl-arm64", "linux/arm64/v8")]
    [InlineData("linux-arm", "linux/arm/v7")]
    [InlineData("linux-s390x", "linux/s390x")]
    [InlineData("win-x64", "windows(10.0.20348.2582)/amd64")]
    [InlineData("win10-x64", "windows(10.0.20348.2582)/amd64")]
    public void Select_RuntimeIdentifier_FindsThePlatform(string runtime, string platform)
    {
        var found = Assert.IsType<PlatformSelection.Found>(Many.Select(runtime));
        Assert.Equal(platform, found.Platform.Platform);
        Assert.Equal($"quay.io/a/b@{found.Platform.Digest}", found.PullSpec);
    }

    [Theory]
    [InlineData("linux/arm64", "linux/arm64/v8")]
    [InlineData("linux/arm64/v8", "linux/arm64/v8")]
    [InlineData("linux/amd64/v1", "linux/amd64")]
    [InlineData("windows(10.0.17763.6054)/amd64", "windows(10.0.17763.6054)/amd64")]
    public void SelectPlatform_NameOfContainers_FindsItsSpelling(string asked, string platform) =>
        Assert.Equal(platform, Assert.IsType<PlatformSelection.Found>(Many.SelectPlatform(asked)).Platform.Platform);

    [Fact]
    public void Select_MissingArchitecture_NamesThoseThatExist()
    {
        var missing = Assert.IsType<PlatformSelection.Missing>(Locks.DotNet.Select("linux-s390x"));
        Assert.Equal("linux/s390x", missing.PlatformName);
        Assert.Equal("openshift/dotnet:10.0 has no image for linux/s390x (linux-s390x); it has linux/amd64, linux/arm64/v8.", missing.Message);
    }

    [Theory]
    [InlineData("any")]
    [InlineData("")]
    [InlineData("linux")]
    [InlineData("osx-arm64")]
    [InlineData("browser-wasm")]
    [InlineData("linux-vax")]
    public void Select_NoRuntimeOfContainers_SaysSo(string runtime)
    {
        var unknown = Assert.IsType<PlatformSelection.UnknownRuntime>(Locks.DotNet.Select(runtime));
        Assert.EndsWith("openshift/dotnet:10.0 has linux/amd64, linux/arm64/v8.", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToPullSpec_Image_IsTheIndexByDigest()
    {
        Assert.Equal($"registry.example.com/ubi9/dotnet-100@{Locks.CreateDigest('a')}", Locks.DotNet.ToPullSpec());
        Assert.Equal($"docker.io/library/node@{Locks.CreateDigest('d')}", Locks.Node.ToPullSpec());
    }
}
