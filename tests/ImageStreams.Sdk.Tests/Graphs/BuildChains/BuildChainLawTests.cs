using FsCheck.Xunit;
using ImageStreams.Graphs;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>Laws of build chains; each byte is a build with an input and an output among five tags.</summary>
[Properties(MaxTest = 300)]
public class BuildChainLawTests
{
    private const int Tags = 5;
    private const BuildChainEdgeKinds Cyclic = BuildChainEdgeKinds.BuildInputImage | BuildChainEdgeKinds.BuildOutput;
    private const BuildChainEdgeKinds Triggers = BuildChainEdgeKinds.BuildTriggerImage | BuildChainEdgeKinds.BuildOutput;

    [Property(Replay = "2026,1")]
    public void FindCycles_AnyChain_AgreesWithTheNaiveAlgorithm(byte[] builds)
    {
        var chain = CreateChain(builds.Take(8));
        var edges = chain.Edges.Where(edge => (edge.Kinds & Cyclic) != 0).ToLookup(edge => edge.From, edge => edge.To);

        var expected = chain.Nodes.SelectMany((start, i) => Naive(edges, [start], [.. chain.Nodes.Skip(i)])).Order();

        Assert.Equal(expected, chain.FindCycles().Cycles.Select(cycle => string.Join(' ', cycle)).Order());
    }

    [Property(Replay = "2026,5")]
    public void FindCycles_AnyChain_IsOrdered(byte[] builds)
    {
        var chain = CreateChain(builds.Take(8));
        var number = chain.Nodes.Select((node, i) => (node, i)).ToDictionary();
        var cycles = chain.FindCycles().Cycles.Select(cycle => string.Concat(cycle.Select(node => (char)number[node]))).ToList();
        Assert.Equal(cycles.Order(StringComparer.Ordinal), cycles);
    }

    [Property(Replay = "2026,3", MaxTest = 100)]
    public void FindDependents_AnyChain_AgreesWithANaiveSearch(byte[] builds)
    {
        var chain = CreateChain(builds.Take(10));
        foreach (var root in chain.Nodes)
        {
            AssertPartition(chain, root, BuildChainInputs.TriggersOnly, Triggers);
            AssertPartition(chain, root, BuildChainInputs.All, Triggers | Cyclic);
        }
    }

    private static void AssertPartition(
        BuildChain chain, BuildChainNode root, BuildChainInputs inputs, BuildChainEdgeKinds kinds)
    {
        var edges = chain.Edges.Where(edge => (edge.Kinds & kinds) != 0).ToList();
        var onward = edges.Where(edge => edge.To != root).ToList();
        var back = edges.Where(edge => edge.From != root).ToList();
        var dependents = Closure(root, node => onward.Where(edge => edge.From == node).Select(edge => edge.To));
        var dependencies = Closure(root, node => back.Where(edge => edge.To == node).Select(edge => edge.From));

        AssertSame(chain.FindDependents(root, inputs)!, dependents, onward);
        AssertSame(chain.FindDependencies(root, inputs)!, dependencies, back);
    }

    private static void AssertSame(
        BuildChainPartition partition, HashSet<BuildChainNode> nodes, IEnumerable<BuildChainEdge> edges)
    {
        Assert.Equal(nodes, partition.Nodes.ToHashSet());
        Assert.Equal(partition.Nodes.Count, nodes.Count);
        Assert.Equal(edges.Where(edge => nodes.Contains(edge.From) && nodes.Contains(edge.To)).ToHashSet(), [.. partition.Edges]);
    }

    private static HashSet<BuildChainNode> Closure(BuildChainNode root, Func<BuildChainNode, IEnumerable<BuildChainNode>> next)
    {
        HashSet<BuildChainNode> reached = [root];
        while (reached.SelectMany(next).Except(reached).ToList() is { Count: > 0 } further)
        {
            reached.UnionWith(further);
        }

        return reached;
    }

    /// <summary>All paths back to the first node of a path through allowed nodes, by recursion.</summary>
    private static IEnumerable<string> Naive(
        ILookup<BuildChainNode, BuildChainNode> edges, List<BuildChainNode> path, HashSet<BuildChainNode> usable) =>
        edges[path[^1]].SelectMany(next =>
            next == path[0] ? [string.Join(' ', path)]
            : usable.Contains(next) && !path.Contains(next) ? Naive(edges, [.. path, next], usable)
            : []);

    private static BuildChain CreateChain(IEnumerable<byte> builds) => BuildChain.Create(builds.Select((build, i) =>
    {
        var (from, to) = (ATag($"t{build % Tags}"), ATag($"t{build / Tags % Tags}"));
        var config = ABuildConfig($"b{i}").PushesTo(to);
        return (build / Tags / Tags % 3) switch
        {
            0 => config.BuiltFrom(from).TriggeredBy(from: null).Build(),
            1 => config.BuiltFrom(from).TriggeredBy(to).Build(),
            _ => config.TriggeredBy(from).TriggeredBy(ATag("t0")).Build(),
        };
    }));
}
