using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using ImageStreams.Workspaces;
using static ImageStreams.Tests.Workspaces.WorkspaceSamples;

namespace ImageStreams.Tests.Workspaces;

public sealed class WorkspaceMoveTests
{
    private static readonly ImageStreamTagName Moved = ImageStreamTagName.Parse("shop/base:1");

    private static ImageStream Base => Stream(
        "base", $"{Tag("1", "DockerImage", "quay.io/team/base:1")}, {Tag("latest", "ImageStreamTag", "1")}", Has("1", "quay.io/team/base:1"));

    [Theory]
    [InlineData("quay.io/team/base:2", "quay.io/team/base:2")]
    [InlineData("web:latest", $"{Registry}/shop/base:1")]
    [InlineData("shop/web:latest", $"{Registry}/shop/base:1")]
    public void MoveTag_ImageOrTag_IsWhatTheTagAndItsFollowersHave(string to, string expected)
    {
        var before = Create(Base, Stream("web"));
        var move = before.MoveTag(Moved, to);

        Assert.Equal(expected, FindPullSpec(move.Workspace, "shop/base:1"));
        Assert.Equal(expected, FindPullSpec(move.Workspace, "shop/base:latest"));
        Assert.Equal("quay.io/team/base:1", FindPullSpec(before, "shop/base:1"));
        Assert.Equal((1, 1, 2), (move.Impact.Impact.Builds, move.Impact.Impact.Rollouts, move.Impact.Impact.Tags));
    }

    [Fact]
    public void MoveTag_AsStored_WaitsForAnImport()
    {
        var workspace = Create(new WorkspaceObjects { Streams = [Base] }, WorkspaceAssumptions.AsStored);

        var move = workspace.MoveTag(Moved, "quay.io/team/base:2");

        Assert.IsType<TagResolution.PendingImport>(move.Workspace.Resolve(Moved).Resolution);
    }

    [Fact]
    public void MoveTag_UnknownStream_IsAdded()
    {
        var move = Create().MoveTag(ImageStreamTagName.Parse("shop/new:1"), "quay.io/team/new:1");

        Assert.Equal("quay.io/team/new:1", FindPullSpec(move.Workspace, "shop/new:1"));
        Assert.Equal("tag shop/new:1", Assert.Single(move.Impact.Impact.Moved).ToString());
    }

    [Fact]
    public void MoveTag_NeitherImageNorTag_IsRefused() =>
        Assert.Throws<ImageReferenceFormatException>(() => Create(Base).MoveTag(Moved, "Not An Image"));

    [Fact]
    public void MoveTag_ToItsOwnOutput_CreatesALoop()
    {
        var move = Create(Base, Stream("web")).MoveTag(Moved, "web:latest");

        Assert.Equal(GraphCycleKind.BuildLoop, Assert.Single(move.NewCycles).Kind);
        Assert.Empty(Create(Base, Stream("web")).Cycles);
    }

    [Fact]
    public void MoveTag_ToItsFollower_CreatesFindings()
    {
        var move = Create(Base, Stream("web")).MoveTag(Moved, "base:latest");

        Assert.Equal(GraphCycleKind.TagCycle, Assert.Single(move.NewCycles).Kind);
        Assert.Contains(move.NewFindings, finding => finding.Severity >= TriggerSeverity.Warning);
        Assert.DoesNotContain(
            Create(Base, Stream("web")).MoveTag(Moved, "quay.io/team/base:2").NewFindings,
            finding => finding.Severity >= TriggerSeverity.Warning);
    }

    [Fact]
    public void MoveTags_Several_MoveTogether()
    {
        var move = Create(Base, Stream("web")).MoveTags(
            new TagMove { Tag = Moved, To = "new:1" },
            new TagMove { Tag = ImageStreamTagName.Parse("shop/new:1"), To = "quay.io/team/new:1" },
            new TagMove { Tag = Moved, To = "new:1" });

        Assert.Equal("quay.io/team/new:1", FindPullSpec(move.Workspace, "shop/base:1"));
    }

    [Theory]
    [InlineData(ImageA)]
    [InlineData($"quay.io/other/copy@{ImageA}")]
    public void ComputeImageImpact_Digest_BeginsAtTheTagsThatHaveIt(string image)
    {
        var impact = Create(Base, Stream("web")).ComputeImageImpact(image);

        Assert.Equal(["tag shop/base:1", "tag shop/base:latest"], impact.Impact.Moved.Select(node => node.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal((1, 1), (impact.Impact.Builds, impact.Impact.Rollouts));
    }

    [Fact]
    public void ComputeImageImpact_Digest_FindsWhatNamesIt()
    {
        var pod = Workload.Parse($$$"""
            {"kind": "Pod", "apiVersion": "v1", "metadata": {"namespace": "shop", "name": "tool"}, "spec": {"containers": [{"name": "a", "image": "quay.io/x/y@{{{ImageA}}}"}]}}
            """);
        var pinned = Stream("app", Tag("a", "ImageStreamImage", "base@sha256:aaaa"));
        var workspace = Create(new WorkspaceObjects { Streams = [pinned], Workloads = [pod] });

        var impact = workspace.ComputeImageImpact(ImageA).Impact;

        Assert.Contains(impact.Manual, item => item.Node.ToString() == "Pod shop/tool");
        Assert.Contains(impact.Manual, item => item.Node.ToString() == "tag shop/app:a");
    }

    [Fact]
    public void ComputeImageImpact_UnknownDigest_SaysSo()
    {
        var impact = Create(Stream("web")).ComputeImageImpact(ImageA).Impact;

        Assert.Empty(impact.Moved);
        Assert.Contains("no tag has this image", Assert.Single(impact.Unknown).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void ComputeImageImpact_PullSpec_IsThatOfTheGraph() =>
        Assert.Equal(1, Create(Base, Stream("web")).ComputeImageImpact("quay.io/team/base:1").Impact.Builds);
}
