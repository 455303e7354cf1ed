using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Graphs;
using ImageStreams.References;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>The chain of a tree of builds: creating it, and querying it.</summary>
public static class BuildChainBenches
{
    private const BuildChainInputs Triggers = BuildChainInputs.TriggersOnly;

    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("buildchain-graph", Graph),
        new("buildchain-cycles", Cycles),
        new("buildchain-partition", size => Partition(size, chain => chain.FindDependents(Tag(0), Triggers))),
        new("buildchain-partition-reverse", size => Partition(size, chain => chain.FindDependencies(Tag(size), Triggers))),
    ];

    /// <summary>The name of the tag of an image, with its namespace.</summary>
    public static ImageStreamTagName Tag(int image) => ImageStreamTagName.Parse(BuildTrees.Tag(image)).WithNamespace("ns");

    private static QuickOperation Graph(int size)
    {
        var configs = BuildTrees.Generate(size);
        var chain = BuildChain.Create([]);
        return new QuickOperation(
            () => (chain = BuildChain.Create(configs)).Nodes.Count,
            () => new JsonArray(chain.Nodes.Count, chain.Edges.Count))
        {
            Retention = new QuickRetention(() => BuildChain.Create(configs), size),
        };
    }

    private static QuickOperation Cycles(int size)
    {
        var chain = BuildChain.Create(BuildTrees.Generate(size));
        var cycles = 0;
        return new QuickOperation(() => cycles = chain.FindCycles().Cycles.Count, () => cycles);
    }

    private static QuickOperation Partition(int size, Func<BuildChain, BuildChainPartition?> find)
    {
        var chain = BuildChain.Create(BuildTrees.Generate(size));
        BuildChainPartition? partition = null;
        return new QuickOperation(() => (partition = find(chain))!.Edges.Count, () => partition?.Nodes.Count);
    }
}
