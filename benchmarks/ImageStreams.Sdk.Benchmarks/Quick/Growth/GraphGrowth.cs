using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>Graphs of tags and builds, their queries and pictures: the size is the number of tags or builds.</summary>
public static class GraphGrowth
{
    private static readonly ImageStreamTagName BaseImage =
        ImageStreamTagName.Parse(ImpactInput.GetTag(0)).WithNamespace(BuildTrees.Namespace);

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        new("TagGraph.Create, fleet", 100, size => Create(new GraphObjects { Streams = Fleets.Fleet(size).ToValueList() })),
        new("TagGraph.Create, builds", 100, size => Create(Objects(size))),
        new("TagGraph.ResolveAll, fleet", 100, size => ResolveAll(Fleets.Fleet(size))),
        new("TagGraph.ResolveAll, a chain", 100, size => ResolveAll(Fleets.Chain(size))),
        new("TagGraph.ResolveAll, one stream", 100, size => ResolveAll([ResolutionInputs.Chain(size)])),
        new("TagGraph.Cycles", 1000, size => Cycles(Fleets.Cycles(size))),
        new("TagGraph.ComputeImpact", 100, size => Query(size, graph => graph.ComputeImpact(BaseImage).Count)),
        new("TagGraph.ComputeImpact, texts", 100, size => Query(size, graph => graph.ComputeImpact(BaseImage).ToString().Length)),
        new("TagGraph.ComputeImageImpact", 100, size => Query(size, graph => graph.ComputeImageImpact("quay.io/a/b:1").Count)),
        new("TagGraph.GetDependencies", 100, size => Query(size, graph => graph.GetDependencies(BaseImage).Nodes.Count)),
        new("TagGraph.With, one stream", 100, With),
        new("TagGraph.Without, one stream", 100, Without),
        new("GraphSlice.ToDot", 50, size => Picture(size, slice => slice.ToDot())),
        new("GraphSlice.ToMermaid", 50, size => Picture(size, slice => slice.ToMermaid())),
        new("GraphSlice.ToJson", 50, size => Picture(size, slice => slice.ToJson())),
        new("GraphSlice.Where", 50, size => Picture(size, slice => slice.Where(_ => true).ToString()!)),
        new("BuildChain.Create", 100, size => Chain(size, static _ => 1)),
        new("BuildChain.FindDependents", 100, size => Chain(
            size, chain => chain.FindDependents(BuildChainBenches.Tag(0), BuildChainInputs.TriggersOnly)?.Nodes.Count ?? 0)),
        new("BuildChain.FindCycles", 100, size => Chain(size, chain => chain.FindCycles().Cycles.Count)),
    ];

    /// <summary>A tree of builds and their streams, and a deployment for every tenth image.</summary>
    public static GraphObjects Objects(int size)
    {
        var input = ImpactInput.Generate(size);
        return new GraphObjects
        {
            Streams = input.Streams,
            BuildConfigs = input.BuildConfigs,
            Workloads = input.Deployments.Select(Workload.Parse).ToValueList(),
        };
    }

    private static Func<long> Create(GraphObjects objects) => () => TagGraph.Create(objects).GetHashCode();

    private static Func<long> ResolveAll(ImageStream[] streams) => () => TagGraph.FromStreams(streams).ResolveAll().TotalHops;

    private static Func<long> Cycles(ImageStream[] streams) => () => TagGraph.FromStreams(streams).Cycles.Count;

    private static Func<long> Query(int size, Func<TagGraph, long> query)
    {
        var graph = TagGraph.Create(Objects(size));
        return () => query(graph);
    }

    private static Func<long> With(int size)
    {
        var streams = Fleets.Fleet(size);
        var graph = TagGraph.FromStreams(streams);
        var changed = Fleets.Update(streams[0], 0);
        return () => graph.WithStreams([changed]).GetHashCode();
    }

    private static Func<long> Without(int size)
    {
        var streams = Fleets.Fleet(size);
        var graph = TagGraph.FromStreams(streams);
        return () => graph.Without(new GraphObjects { Streams = [streams[0]] }).GetHashCode();
    }

    private static Func<long> Picture(int size, Func<GraphSlice, string> draw)
    {
        var slice = TagGraph.Create(Objects(size)).ToSlice();
        return () => draw(slice).Length;
    }

    private static Func<long> Chain(int size, Func<BuildChain, long> query)
    {
        var configs = BuildTrees.Generate(size);
        return () => query(BuildChain.Create(configs));
    }
}
