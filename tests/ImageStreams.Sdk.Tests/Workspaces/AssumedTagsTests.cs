using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Workspaces;
using static ImageStreams.Tests.Workspaces.WorkspaceSamples;

namespace ImageStreams.Tests.Workspaces;

public sealed class AssumedTagsTests
{
    private const string Local = """, "referencePolicy": {"type": "Local"}""";

    [Theory]
    [InlineData("", "quay.io/team/base:1")]
    [InlineData(Local, $"{Registry}/shop/app:a")]
    public void Resolve_FollowerInAnotherStream_GetsThePullSpecUnderItsOwnPolicy(string policy, string expected)
    {
        var workspace = Create(
            Stream("base", Tag("1", "DockerImage", "quay.io/team/base:1", Local)),
            Stream("app", Tag("a", "ImageStreamTag", "base:1", policy)));

        Assert.Equal(expected, FindPullSpec(workspace, "shop/app:a"));
        Assert.Equal($"{Registry}/shop/base:1", FindPullSpec(workspace, "shop/base:1"));
    }

    [Theory]
    [InlineData("app", $"{Registry}/shop/app:a")]
    [InlineData("web", $"{Registry}/shop/web:latest")]
    public void Resolve_FollowerOfAPushedTag_IsInTheRepositoryOfItsOwnStream(string stream, string expected)
    {
        var follower = Tag("a", "ImageStreamTag", "web:latest");
        var workspace = Create(Stream("web", stream == "web" ? follower : ""), Stream("app", stream == "app" ? follower : ""));

        Assert.Equal(expected, FindPullSpec(workspace, $"shop/{stream}:a"));
    }

    [Fact]
    public void Resolve_FollowerOfAStoredImage_NamesItInItsOwnStream()
    {
        var status = Has("1", $"{Registry}/shop/base@{ImageA}");
        var workspace = Create(Stream("base", "", status), Stream("app", Tag("a", "ImageStreamTag", "base:1")));

        Assert.Equal($"{Registry}/shop/app@{ImageA}", FindPullSpec(workspace, "shop/app:a"));
        Assert.Equal(WorkspaceAssumptions.AssumeImported, workspace.FindAssumption(ImageStreamTagName.Parse("shop/app:a")));
    }

    [Theory]
    [InlineData("base@2", null)]
    [InlineData("base@sha256:abc", null)]
    [InlineData($"base@{ImageA}", $"{Registry}/shop/app@{ImageA}")]
    [InlineData($"none@{ImageA}", null)]
    public void Resolve_PinnedImage_IsAssumedForAWholeDigestOnly(string pin, string? expected)
    {
        var workspace = Create(Stream("base"), Stream("app", Tag("a", "ImageStreamImage", pin)));

        Assert.Equal(expected, FindPullSpec(workspace, "shop/app:a"));
    }

    [Fact]
    public void Resolve_PinnedImageOfAHistory_IsThatImage()
    {
        var workspace = Create(
            Stream("base", "", Has("1", "quay.io/team/base:1")), Stream("app", Tag("a", "ImageStreamImage", "base@aaaa")));

        Assert.Equal("quay.io/team/base:1", FindPullSpec(workspace, "shop/app:a"));
    }

    [Fact]
    public void Resolve_TagThatOnlyRefers_KeepsItsPullSpecUnderThePolicyLocal()
    {
        var workspace = Create(Stream("base", Tag("1", "DockerImage", $"quay.io/team/base@{ImageA}", Local + ", \"reference\": true")));

        Assert.Equal($"quay.io/team/base@{ImageA}", FindPullSpec(workspace, "shop/base:1"));
    }

    [Fact]
    public void Resolve_ChangedTag_IsNotPendingUnderAnAssumption()
    {
        var answer = Create(Stream("base", Tag("1", "DockerImage", "quay.io/team/base:1", ", \"generation\": 7")))
            .Resolve(ImageStreamTagName.Parse("shop/base:1"));

        Assert.False(Assert.IsType<TagResolution.Resolved>(answer.Resolution).HasNewer);
    }

    [Fact]
    public void Resolve_AssumedEvent_IsSaidToBeAssumed()
    {
        var workspace = Create(
            Stream("base", Tag("1", "DockerImage", "quay.io/team/base:1", Local)), Stream("old", "", Has("1", "quay.io/team/old:1")));

        Assert.Equal(
            $"""
            shop/base:1
              follows quay.io/team/base:1
              is assumed to refer to {Registry}/shop/base:1
            => {Registry}/shop/base:1 (policy Local: pulled from the integrated registry)
            """,
            Explain(workspace, "shop/base:1"));
        Assert.Contains($"since 2026-01-02T03:04:05Z points to {ImageA}", Explain(workspace, "shop/old:1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Create_NothingToAssume_KeepsTheStream()
    {
        var complete = Stream("base", "", $$"""{"dockerImageRepository": "{{Registry}}/shop/base"}""");

        Assert.Same(complete, Create(complete).Objects.Streams[0]);
        Assert.Equal($"{Registry}/shop/app", Create(Stream("app")).Objects.Streams[0].Status.DockerImageRepository);
    }

    private static string Explain(ImageStreamWorkspace workspace, string tag) =>
        workspace.Resolve(ImageStreamTagName.Parse(tag)).Steps.ToString().ReplaceLineEndings();
}
