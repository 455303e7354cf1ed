using QuikGraph;
using QuikGraph.Algorithms;

namespace ImageStreams.Benchmarks.Rivals;

/// <summary>Tags as a graph of QuikGraph, queried with its own algorithms.</summary>
public sealed class QuikGraphTags
{
    private readonly BidirectionalGraph<TagKey, SEdge<TagKey>> _graph = new(allowParallelEdges: false);

    public QuikGraphTags(IEnumerable<ImageStream> streams)
    {
        foreach (var (tag, follows) in TagKey.GetAll(streams))
        {
            _ = follows is { } next ? _graph.AddVerticesAndEdge(new SEdge<TagKey>(tag, next)) : _graph.AddVertex(tag);
        }
    }

    /// <summary>Counts the tags that end at an image, and the references on the way there; there must be no cycle.</summary>
    public (long Resolved, long Hops) ResolveAll()
    {
        var hops = new Dictionary<TagKey, long>();
        foreach (var tag in _graph.TopologicalSort().Reverse())
        {
            hops[tag] = _graph.OutDegree(tag) == 0 ? 0 : hops[_graph.OutEdge(tag, 0).Target] + 1;
        }

        return (hops.Count, hops.Values.Sum());
    }

    /// <summary>The number of references from a tag to an image.</summary>
    public long CountHops(TagKey tag)
    {
        var hops = 0L;
        while (_graph.OutDegree(tag) > 0)
        {
            tag = _graph.OutEdge(tag, 0).Target;
            hops++;
        }

        return hops;
    }

    /// <summary>The tags of the largest cycle, and the number of tags that end in a cycle, including its own.</summary>
    public (long Largest, long Endless) FindCycles()
    {
        var components = new Dictionary<TagKey, int>();
        _ = _graph.StronglyConnectedComponents(components);
        var cycles = components
            .GroupBy(one => one.Value, one => one.Key)
            .Select(one => one.ToList())
            .Where(one => one.Count > 1 || _graph.ContainsEdge(one[0], one[0]))
            .ToList();
        return (cycles.Max(cycle => (long?)cycle.Count) ?? 0, CountLeadingTo(cycles.SelectMany(cycle => cycle)));
    }

    private long CountLeadingTo(IEnumerable<TagKey> tags)
    {
        var reached = tags.ToHashSet();
        var open = new Queue<TagKey>(reached);
        while (open.TryDequeue(out var tag))
        {
            foreach (var edge in _graph.InEdges(tag).Where(edge => reached.Add(edge.Source)))
            {
                open.Enqueue(edge.Source);
            }
        }

        return reached.Count;
    }
}
