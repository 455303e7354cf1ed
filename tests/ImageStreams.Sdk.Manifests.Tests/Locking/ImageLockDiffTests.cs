using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Locking;

public sealed class ImageLockDiffTests
{
    [Fact]
    public void Diff_SameContent_IsEmptyWhereverItWasLookedUp()
    {
        var elsewhere = Locks.Both.With(Locks.DotNet with { Mirror = null, Source = LockedImageSource.Cluster });
        Assert.Empty(Locks.Both.Diff(elsewhere));
    }

    [Fact]
    public void Diff_OtherDigest_Moved()
    {
        var after = Locks.DotNet with { Digest = Locks.CreateDigest('1'), Platforms = [Locks.CreatePlatform("linux/amd64", '2', "10.0.2"), Locks.CreatePlatform("linux/arm64/v8", '3', "10.0.2")] };
        AssertLines(
            after,
            "openshift/dotnet:10.0: moved from sha256:aaaaaaaaaaaa (10.0.1) to sha256:111111111111 (10.0.2)",
            "openshift/dotnet:10.0: labels changed: version 10.0.1 → 10.0.2");
    }

    [Fact]
    public void Diff_OtherTagOfTheRepository_Retagged() => AssertLines(
        Locks.DotNet with { PullSpec = "registry.example.com/ubi9/dotnet-100:10.1", Digest = Locks.CreateDigest('1') },
        "openshift/dotnet:10.0: retagged from registry.example.com/ubi9/dotnet-100:10.0 to registry.example.com/ubi9/dotnet-100:10.1; "
            + "the image moved from sha256:aaaaaaaaaaaa (10.0.1) to sha256:111111111111 (10.0.1)");

    [Fact]
    public void Diff_OtherHops_PathChanged() => AssertLines(
        Locks.DotNet with { Path = ["openshift/dotnet:10.0"] },
        "openshift/dotnet:10.0: path changed from openshift/dotnet:10.0 → openshift/dotnet:10.0-ubi9 → registry.example.com/ubi9/dotnet-100:10.0 "
            + "to openshift/dotnet:10.0 → registry.example.com/ubi9/dotnet-100:10.0; the image is the same");

    [Fact]
    public void Diff_OtherRepository_PathChanged() => Assert.IsType<ImageLockDifference.PathChanged>(
        Assert.Single(Locks.Both.Diff(Locks.Both.With(Locks.Node with { PullSpec = "quay.io/library/node:22" }))));

    [Fact]
    public void Diff_Platforms_AreAddedAndGone() => AssertLines(
        Locks.DotNet with { Digest = Locks.CreateDigest('1'), Platforms = [Locks.CreatePlatform("linux/amd64", 'b'), Locks.CreatePlatform("linux/s390x", '4')] },
        "openshift/dotnet:10.0: moved from sha256:aaaaaaaaaaaa (10.0.1) to sha256:111111111111 (10.0.1)",
        "openshift/dotnet:10.0: platform gone: linux/arm64/v8",
        "openshift/dotnet:10.0: platform added: linux/s390x");

    [Fact]
    public void Diff_SameIndexOtherPlatform_IsAMismatch() => AssertLines(
        Locks.DotNet with { Platforms = Locks.DotNet.Platforms.SetItem(0, Locks.CreatePlatform("linux/amd64", '9')) },
        "openshift/dotnet:10.0: platform linux/amd64 is sha256:bbbbbbbbbbbb in one and sha256:999999999999 in the other, with the same index");

    [Fact]
    public void Diff_Entries_AreAddedAndRemoved()
    {
        var one = new ImageLock { Images = [Locks.DotNet] };
        Assert.Equal(
            ["docker.io/library/node:22: added: sha256:dddddddddddd (10.0.1) of docker.io/library/node:22"], Show(one.Diff(Locks.Both)));
        Assert.Equal(
            ["docker.io/library/node:22: removed: sha256:dddddddddddd (10.0.1) of docker.io/library/node:22"], Show(Locks.Both.Diff(one)));
    }

    [Fact]
    public void Message_LabelOfAnAttacker_StaysOneLineWithoutControls()
    {
        var after = Locks.DotNet with { Platforms = [Locks.CreatePlatform("linux/amd64", 'b', "1\n::error::\u001b[31m" + new string('x', 500)), Locks.DotNet.Platforms[1]] };
        var line = Assert.Single(Show(Locks.Both.Diff(Locks.Both.With(after))));
        Assert.DoesNotContain(line, char.IsControl);
        Assert.True(line.Length < 300, line);
    }

    [Fact]
    public void Kind_EveryDifference_IsItsNameInCamelCase()
    {
        var after = Locks.DotNet with { PullSpec = "quay.io/a/b:1" };
        Assert.Equal("pathChanged", Assert.Single(Locks.Both.Diff(Locks.Both.With(after))).Kind);
    }

    private static void AssertLines(LockedImage after, params string[] lines) => Assert.Equal(lines, Show(Locks.Both.Diff(Locks.Both.With(after))));

    private static IEnumerable<string> Show(ValueList<ImageLockDifference> differences) => differences.Select(difference => difference.Message);
}
