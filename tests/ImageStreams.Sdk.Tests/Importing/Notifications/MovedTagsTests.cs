using ImageStreams.Importing;
using ImageStreams.References;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Importing;

public class MovedTagsTests
{
    [Theory]
    [InlineData("quay.io/shop/web:1", "quay.io/shop/web:1")]
    [InlineData("quay.io/shop/web", "quay.io/shop/web:latest")]
    [InlineData("QUAY.IO/shop/web:1", "quay.io/shop/web:1")]
    [InlineData("ruby", "docker.io/library/ruby:latest")]
    [InlineData("index.docker.io/ruby:3", "registry-1.docker.io/library/ruby:3")]
    [InlineData("Index.Docker.io/ruby:3", "ruby:3")]
    [InlineData("shop/web:1", "docker.io/shop/web:1")]
    [InlineData("quay.test/a/b/c:1", "quay.test/a/b/c:1")]
    [InlineData("quay.io/shop/web:1", "quay.io/shop/web")]
    public void Find_SameImageInAnotherForm_IsAffected(string specTag, string moved) =>
        Assert.Equal(["a"], Find(specTag, moved).Scheduled);

    [Theory]
    [InlineData("quay.io/shop/web:1", "quay.io/shop/web:2")]
    [InlineData("quay.io/shop/web:1", "quay.io/shop/web:latest")]
    [InlineData("quay.io/shop/web:1", "quay.io/shop/webs:1")]
    [InlineData("quay.io/shop/web:1", "quay.io/web:1")]
    [InlineData("quay.io/shop/web:1", "quay.io:8443/shop/web:1")]
    [InlineData("quay.io/shop/web:1", "ghcr.io/shop/web:1")]
    [InlineData("quay.io/shop/web@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "quay.io/shop/web")]
    [InlineData("quay.io/shop/web:::", "quay.io/shop/web")]
    public void Find_AnotherImage_IsNotAffected(string specTag, string moved) => Assert.True(Find(specTag, moved).IsEmpty);

    [Fact]
    public void Find_TagsOfAStream_AreTheImportableOnes()
    {
        var stream = AnImageStream()
            .Tag("often").FollowsImage("quay.io/shop/web").Scheduled()
            .Tag("once").FollowsImage("quay.io/shop/web")
            .Tag("passed").FollowsImage("quay.io/shop/web").ChangeSpecTag(specTag => specTag with { Reference = true })
            .Tag("tracks").Follows("often")
            .Tag("pushed")
            .Build();

        var found = MovedTags.Find(stream, Move("quay.io/shop/web"));

        Assert.Equal(["often"], found.Scheduled);
        Assert.Equal(["once"], found.Unscheduled);
        Assert.False(found.IsWholeRepository);
    }

    [Theory]
    [InlineData("ruby", "docker.io/library/ruby:3", true)]
    [InlineData("quay.io/shop/web", "quay.io/shop/web", true)]
    [InlineData("quay.io/shop/web", "quay.io/shop/other", false)]
    public void Find_StreamOfARepository_IsAffectedAsAWhole(string repository, string moved, bool expected)
    {
        var stream = AnImageStream().Build();
        stream = stream with { Spec = stream.Spec with { DockerImageRepository = repository } };

        var found = MovedTags.Find(stream, Move(moved));

        Assert.Equal((expected, !expected), (found.IsWholeRepository, found.IsEmpty));
    }

    [Fact]
    public void RepositoryMove_Names_AreValidatedAndHaveOneForm()
    {
        var move = Move("Index.Docker.io/ruby:3");

        Assert.Equal(("docker.io", "library/ruby", "3"), (move.Registry, move.Repository, move.Tag));
        Assert.Throws<ArgumentException>(() => move with { Registry = "a/b" });
        Assert.Throws<ArgumentException>(() => move with { Repository = "A" });
        Assert.Throws<ArgumentException>(() => move with { Tag = "" });
    }

    private static MovedTags Find(string specTag, string moved) =>
        MovedTags.Find(AnImageStream().Tag("a").FollowsImage(specTag).Scheduled().Build(), Move(moved));

    private static RepositoryMove Move(string reference) => RepositoryMove.FromReference(ImageReference.Parse(reference));
}
