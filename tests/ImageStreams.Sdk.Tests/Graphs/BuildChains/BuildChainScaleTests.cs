using ImageStreams.Graphs;
using ImageStreams.References;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>Chains that overflow the stack of a recursion, or take too long in quadratic time.</summary>
public class BuildChainScaleTests
{
    private const int Size = 100_000;

    [Fact]
    public void FindDependents_TagThatManyBuildsRead_ReturnsThemAll()
    {
        var chain = CreateChain(i => 0, i => i + 1);

        Assert.Equal((2 * Size) + 1, FindDependents(chain, 0).Nodes.Count);
        Assert.Equal(3, FindDependencies(chain, Size).Nodes.Count);
        Assert.Empty(chain.FindCycles().Cycles);
    }

    [Fact]
    public void Find_ChainOfManyBuilds_ReachesBothEnds()
    {
        var chain = CreateChain(i => i, i => i + 1);

        Assert.Equal((2 * Size) + 1, FindDependents(chain, 0).Nodes.Count);
        Assert.Equal((2 * Size) + 1, FindDependencies(chain, Size).Nodes.Count);
        Assert.Empty(chain.FindCycles().Cycles);
    }

    [Fact]
    public void FindCycles_CycleOfManyBuilds_IsOneCycle()
    {
        var chain = CreateChain(i => i, i => (i + 1) % Size);

        Assert.Equal(2 * Size, Assert.Single(chain.FindCycles().Cycles).Count);
        Assert.Equal(2 * Size, FindDependents(chain, 0).Edges.Count + 1);
    }

    [Fact]
    public void FindCycles_TwoBuildsForEachStep_IsTruncatedAtTheNodeLimit()
    {
        var cycles = CreateChain(i => i / 2, i => ((i / 2) + 1) % (Size / 2)).FindCycles();

        Assert.True(cycles.IsTruncated);
        Assert.Equal(BuildChainCycleLimits.DefaultNodes / Size, cycles.Cycles.Count);
    }

    [Fact]
    public void FindCycles_ManyPairsThatBuildEachOther_HasACycleForEachPair()
    {
        var chain = CreateChain(i => (i / 2) + (i % 2), i => (i / 2) + 1 - (i % 2));
        Assert.Equal(Size / 2, chain.FindCycles(new BuildChainCycleLimits { Cycles = Size }).Cycles.Count);
    }

    [Fact]
    public void FindCycles_TagThatManyBuildsReadAndPush_IsOnACycleWithEach()
    {
        var chain = CreateChain(i => 0, i => 0);
        Assert.Equal(Size, chain.FindCycles(new BuildChainCycleLimits { Cycles = Size }).Cycles.Count);
    }

    [Fact]
    public void Build_WithManyTriggers_HasAnEdgeForEachTag()
    {
        var config = ABuildConfig();
        for (var i = 0; i < Size; i++)
        {
            config.TriggeredBy(ATag($"t{i / 2}:1"));
        }

        Assert.Equal(Size / 2, BuildChain.Create([config.Build()]).Edges.Count);
    }

    private static BuildChainPartition FindDependents(BuildChain chain, int tag) =>
        chain.FindDependents(ImageStreamTagName.FromParts("shop", $"t{tag}", "1"), BuildChainInputs.TriggersOnly)!;

    private static BuildChainPartition FindDependencies(BuildChain chain, int tag) =>
        chain.FindDependencies(ImageStreamTagName.FromParts("shop", $"t{tag}", "1"), BuildChainInputs.TriggersOnly)!;

    /// <summary>Builds, each with its input tag and its output tag.</summary>
    private static BuildChain CreateChain(Func<int, int> from, Func<int, int> to) => BuildChain.Create(
        Enumerable.Range(0, Size).Select(i => ABuildConfig($"b{i}")
            .BuiltFrom(ATag($"t{from(i)}:1"))
            .TriggeredBy(from: null)
            .PushesTo(ATag($"t{to(i)}:1"))
            .Build()));
}
