using ImageStreams.Lifecycle;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.Worlds;

namespace ImageStreams.Tests.Lifecycle;

public class StatusRepositoriesTests
{
    private static StreamContext NoRegistry => new() { Now = Now };

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("quay.io/app/web", "quay.io/app/web")]
    public void Set_NoRegistry_IsTheRepositoryOfTheSpec(string? repository, string expected)
    {
        var stream = InRepository(AnImageStream().InRepository("old/a/b", "older/a/b").Build(), repository);
        var status = StatusRepositories.Set(stream, NoRegistry).Status;

        Assert.Equal((expected, null), (status.DockerImageRepository, status.PublicDockerImageRepository));
    }

    [Fact]
    public void Set_OutsideRegistryOnly_NamesThatOne()
    {
        var status = StatusRepositories.Set(AnImageStream().Build(), NoRegistry with { ExternalRegistryHostname = "apps.example.com" }).Status;
        Assert.Equal(("", "apps.example.com/shop/ruby"), (status.DockerImageRepository, status.PublicDockerImageRepository));
    }

    [Theory]
    [InlineData(null, "default")]
    [InlineData("", "default")]
    [InlineData("shop", "shop")]
    public void SetInNamespace_Registry_FillsTheNamespaceIn(string? ns, string expected)
    {
        var stream = AnImageStream().Build();
        stream = stream with { Metadata = stream.Metadata with { Namespace = ns } };

        var set = StatusRepositories.SetInNamespace(stream, AWorld());

        Assert.Equal(expected, set.Metadata.Namespace);
        Assert.Equal($"{InternalHostname}/{expected}/ruby", set.Status.DockerImageRepository);
        Assert.Equal(ns, StatusRepositories.SetInNamespace(stream, NoRegistry).Metadata.Namespace);
    }

    [Theory]
    [InlineData("quay.io/app/web:1", "quay.io/app/web")]
    [InlineData("quay.io/app/web@sha256:1111111111111111111111111111111111111111111111111111111111111111", "quay.io/app/web")]
    [InlineData("quay.io/app/web", "quay.io/app/web")]
    [InlineData("web:1", "web")]
    [InlineData("Not:an:image", "Not:an:image")]
    [InlineData("", "")]
    public void Clean_TagOrDigest_IsRemovedFromBoth(string repository, string expected)
    {
        var spec = InRepository(AnImageStream().Build(), repository);
        var status = AnImageStream().InRepository(repository).Build();

        Assert.Equal(expected, StatusRepositories.Clean(spec).Spec.DockerImageRepository);
        Assert.Equal(expected, StatusRepositories.Clean(status).Status.DockerImageRepository);
        Assert.Equal(expected == repository, ReferenceEquals(spec, StatusRepositories.Clean(spec)));
        Assert.Equal(expected == repository, ReferenceEquals(status, StatusRepositories.Clean(status)));
    }

    private static ImageStream InRepository(ImageStream stream, string? repository) =>
        stream with { Spec = stream.Spec with { DockerImageRepository = repository } };
}
