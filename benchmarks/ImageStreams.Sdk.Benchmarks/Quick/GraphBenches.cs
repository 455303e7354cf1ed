using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>The queries of a graph of tags; <see cref="RivalBenches"/> has those of other libraries.</summary>
public static class GraphBenches
{
    private const int CheckedUpdates = 100;

    /// <summary>The number of tags of a stream that imports images.</summary>
    private const int ImportedTags = 10;

    private static readonly ImageStreamTagName First = ImageStreamTagName.FromParts("ns0", "app0", "t0");
    private static readonly ImageStreamTagName BaseImage =
        ImageStreamTagName.Parse($"{BuildTrees.Namespace}/{ImpactInput.GetTag(0)}");

    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("fleet", Fleet),
        new("chain", size => CreateOperation(Fleets.Chain(size), graph => [graph.ResolveAll().Find(First)!.Hops], size)),
        new("cycles", size => CreateOperation(Fleets.Cycles(size), CountCycles, size)),
        new("impact", Impact),
        new("image-impact", ImageImpact),
        new("update", Update),
    ];

    /// <summary>A graph with its cached results.</summary>
    public static TagGraph Answered(GraphObjects objects)
    {
        var graph = TagGraph.Create(objects);
        _ = graph.ResolveAll();
        _ = graph.Cycles;
        return graph;
    }

    /// <summary>A graph of builds, and of workloads that are read beforehand.</summary>
    public static TagGraph Builds(int size)
    {
        var input = ImpactInput.Generate(size);
        return TagGraph.Create(new GraphObjects
        {
            Streams = input.Streams,
            BuildConfigs = input.BuildConfigs,
            Workloads = input.Deployments.Select(Workload.Parse).ToValueList(),
        });
    }

    /// <summary>Changes the streams of a fleet one after the other, and counts the nodes that each change reaches.</summary>
    public static Func<int> Updates(int size)
    {
        var streams = Fleets.Fleet(size);
        var (graph, op) = (TagGraph.FromStreams(streams), 0);
        return () =>
        {
            var position = Fleets.Updated(op, streams.Length);
            var changed = streams[position] = Fleets.Update(streams[position], op++);
            graph = graph.WithStreams(changed);
            var tag = ImageStreamTagName.FromParts(changed.Metadata.Namespace!, changed.Metadata.Name!, changed.Spec.Tags[0].Name);
            return graph.ComputeImpact(tag).Count;
        };
    }

    private static QuickOperation Fleet(int size) => CreateOperation(
        Fleets.Fleet(size),
        graph => [graph.ResolveAll().CountByKind(TagOutcomeKind.Resolved), graph.ResolveAll().TotalHops],
        size);

    private static long[] CountCycles(TagGraph graph) =>
    [
        graph.Cycles.Max(cycle => cycle.Members.Count), graph.ResolveAll().CountByKind(TagOutcomeKind.Circular),
    ];

    private static QuickOperation CreateOperation(ImageStream[] streams, Func<TagGraph, long[]> answer, int tags)
    {
        var objects = new GraphObjects { Streams = ValueList.Create<ImageStream>(streams) };
        long[] last = [];
        return new QuickOperation(() => (last = answer(Answered(objects)))[0], () => Show(last))
        {
            Retention = new QuickRetention(() => Answered(objects), tags),
        };
    }

    private static QuickOperation Impact(int size)
    {
        var graph = Builds(size);
        TagImpact? impact = null;
        return new QuickOperation(
            () => (impact = graph.ComputeImpact(BaseImage)).Count,
            () => Show([impact!.Builds, impact.Rollouts, impact.Waves.Count(wave => wave.Number > 0)]));
    }

    /// <summary>The impact of one image in a fleet in which each tag imports an image of its own.</summary>
    private static QuickOperation ImageImpact(int size)
    {
        var graph = TagGraph.FromStreams(Enumerable.Range(0, size / ImportedTags).Select(CreateImporter));
        TagImpact? impact = null;
        return new QuickOperation(
            () => (impact = graph.ComputeImageImpact($"quay.io/team{size / ImportedTags / 2}/app:1")).Moved.Count,
            () => Show([impact!.Moved.Count, impact.Unknown.Count]));
    }

    private static ImageStream CreateImporter(int stream) => new()
    {
        Metadata = new ObjectMeta { Namespace = "shop", Name = $"app{stream}" },
        Spec = new ImageStreamSpec
        {
            Tags = [.. Enumerable.Range(0, ImportedTags).Select(tag => new TagReference
            {
                Name = $"{tag}",
                From = ObjectReference.DockerImage($"quay.io/team{stream}/app:{tag}"),
            })],
        },
    };

    private static QuickOperation Update(int size)
    {
        var update = Updates(size);
        return new QuickOperation(() => update(), () =>
        {
            var again = Updates(size);
            return Enumerable.Range(0, CheckedUpdates).Sum(_ => again());
        });
    }

    private static JsonNode? Show(long[] numbers) =>
        numbers.Length == 1 ? numbers[0] : new JsonArray([.. numbers.Select(one => (JsonNode?)one)]);
}
