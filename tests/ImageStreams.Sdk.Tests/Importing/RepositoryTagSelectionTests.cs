using ImageStreams.Importing;

namespace ImageStreams.Tests.Importing;

public class RepositoryTagSelectionTests
{
    [Fact]
    public void Choose_ByDefault_TakesFiftyByPriority()
    {
        var (chosen, additional) = new RepositoryTagSelection().Choose(
            [.. Enumerable.Range(0, 60).Select(i => $"v1.{i}.0"), "latest", "edge"]);

        Assert.Equal((50, 12), (chosen.Count, additional.Count));
        Assert.Equal(["latest", "v1.59.0"], chosen.Take(2));
        Assert.Equal("edge", additional[^1]);
    }

    [Fact]
    public void Choose_Patterns_CountBeforeTheLimit()
    {
        var selection = new RepositoryTagSelection { Include = { "3.*", "edge" }, Exclude = { "*-alpine" }, Limit = 2 };

        var (chosen, additional) = selection.Choose(["latest", "3.1.0", "3.2.0", "3.2.0-alpine", "2.0.0", "edge"]);

        Assert.Equal(["3.2.0", "3.1.0"], chosen);
        Assert.Equal(["edge"], additional);
    }

    [Fact]
    public void Choose_TagListedTwice_CountsOnce() =>
        Assert.Equal(["a"], new RepositoryTagSelection().Choose(["a", "a"]).Chosen);

    [Fact]
    public void Limit_Zero_IsOutOfRange() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RepositoryTagSelection { Limit = 0 }.Choose([]));
}
