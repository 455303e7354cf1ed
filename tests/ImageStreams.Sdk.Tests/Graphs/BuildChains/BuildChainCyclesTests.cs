using ImageStreams.Graphs;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;

namespace ImageStreams.Tests.Graphs;

public class BuildChainCyclesTests
{
    [Fact]
    public void FindCycles_BuildOfItsOwnImage_IsACycle()
    {
        var cycles = CreateChain(("web", "a", "a")).FindCycles();

        AssertPath(Assert.Single(cycles.Cycles), "web", "a:1");
        Assert.False(cycles.IsTruncated);
    }

    [Fact]
    public void FindCycles_TwoCyclesThatShareATag_FindsBoth()
    {
        var cycles = CreateChain(("one", "a", "b"), ("two", "b", "a"), ("three", "b", "c"), ("four", "c", "b")).FindCycles().Cycles;

        Assert.Equal(2, cycles.Count);
        AssertPath(cycles[0], "one", "b:1", "two", "a:1");
        AssertPath(cycles[1], "b:1", "three", "c:1", "four");
    }

    [Fact]
    public void FindCycles_TwoBuildsOfOneTagFromAnother_MakeACycleEach() =>
        Assert.Equal(2, CreateChain(("one", "a", "b"), ("two", "b", "a"), ("twin", "b", "a")).FindCycles().Cycles.Count);

    [Fact]
    public void FindCycles_TriggerAlone_ClosesNoCycle()
    {
        var config = ABuildConfig().TriggeredBy(ATag("a:1")).PushesTo(ATag("a:1")).Build();
        Assert.Empty(BuildChain.Create([config]).FindCycles().Cycles);
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 2, true)]
    [InlineData(8, 8, false)]
    [InlineData(9, 8, false)]
    public void FindCycles_MoreThanTheLimit_ReportsTruncation(int limit, int found, bool isCut)
    {
        var cycles = Doubled(3).FindCycles(new BuildChainCycleLimits { Cycles = limit });
        Assert.Equal((found, isCut), (cycles.Cycles.Count, cycles.IsTruncated));
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(7, 2, true)]
    [InlineData(48, 8, false)]
    public void FindCycles_MoreNodesThanTheLimit_ReportsTruncation(int limit, int found, bool isCut)
    {
        var cycles = Doubled(3).FindCycles(new BuildChainCycleLimits { Nodes = limit });
        Assert.Equal((found, isCut), (cycles.Cycles.Count, cycles.IsTruncated));
    }

    [Fact]
    public void Limits_BelowOne_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BuildChainCycleLimits { Cycles = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BuildChainCycleLimits { Nodes = 0 });
    }

    /// <summary>A cycle of tags with two builds between neighbors, which has 2 to the power of its length cycles.</summary>
    private static BuildChain Doubled(int length) => CreateChain(
    [
        .. from i in Enumerable.Range(0, length)
           from twin in new[] { "x", "y" }
           select ($"{twin}{i}", $"t{i}", $"t{(i + 1) % length}"),
    ]);

    private static BuildChain CreateChain(params (string Name, string From, string To)[] builds) => BuildChain.Create(
        builds.Select(build => ABuildConfig(build.Name).BuiltFrom(ATag($"{build.From}:1")).PushesTo(ATag($"{build.To}:1")).Build()));

    private static void AssertPath(IEnumerable<BuildChainNode> cycle, params string[] names) =>
        Assert.Equal(names, cycle.Select(node => node.ToString().Split('/')[1]));
}
