using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>
/// A graph of all tags, builds and workloads: the outcome of every tag, all cycles, and the impact of moving a tag.
/// </summary>
/// <remarks>
/// <para>Created from objects in time linear in them. A change creates the next graph, which shares everything that is
/// unchanged. Takes about 60 bytes per tag beyond the objects, which it keeps in memory. Nothing recurses, so a chain of a
/// million tags needs no more of the call stack than one of two. Immutable; safe to share between threads.</para>
/// <para>Edges lead in the direction in which images move: from a tag to the tags that follow it, the builds on it and the
/// workloads that run it. References mean what they mean in OpenShift. A tag that follows a tag of another stream does not
/// move with it; the <see cref="GraphEdge.Firing"/> of its edge is manual.</para>
/// </remarks>
public sealed class TagGraph
{
    private readonly GraphRows _rows;
    private readonly GraphView _view;
    private readonly UnknownNames _unknown;
    private readonly Lazy<int> _nodeCount;
    private readonly Lazy<ValueList<GraphProblem>> _problems;
    private readonly Lazy<TagOutcomes> _outcomes;
    private readonly Lazy<ValueList<GraphCycle>> _cycles;

    private TagGraph(GraphRows rows)
    {
        _rows = rows;
        _view = new GraphView(rows);
        _unknown = new UnknownNames(rows);
        _nodeCount = new Lazy<int>(() => GetNodes().Count());
        _problems = new Lazy<ValueList<GraphProblem>>(() => _rows.ListProblems().ToValueList());
        _outcomes = new Lazy<TagOutcomes>(() => new TagOutcomes(_rows));
        _cycles = new Lazy<ValueList<GraphCycle>>(() => new CyclePass(_rows).Run());
    }

    /// <summary>The graph without objects.</summary>
    public static TagGraph Empty { get; } = new(new GraphRows());

    /// <summary>The number of nodes, without images outside the streams that are only imported.</summary>
    public int NodeCount => _nodeCount.Value;

    /// <summary>The number of edges, without imports of images that are not nodes.</summary>
    public int EdgeCount => _rows.EdgeCount;

    /// <summary>All cycles; computed on the first call and then kept.</summary>
    public ValueList<GraphCycle> Cycles => _cycles.Value;

    /// <summary>
    /// The workloads that cannot be read and are in the graph without triggers and images, in no particular order; found on
    /// the first call and then kept. One of them does not keep the others out of the graph.
    /// </summary>
    public ValueList<GraphProblem> Problems => _problems.Value;

    /// <summary>Creates a graph of streams only.</summary>
    /// <param name="streams">The streams; the first of two with the same name counts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> is null or contains null.</exception>
    public static TagGraph FromStreams(IEnumerable<ImageStream> streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var list = streams.ToValueList();
        Guard.NoneIsNull(list.AsSpan(), nameof(streams));
        return Create(new GraphObjects { Streams = list });
    }

    /// <summary>Creates a graph of streams, builds and workloads.</summary>
    /// <param name="objects">The objects; the first of two with the same kind and name counts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="objects"/> is null.</exception>
    public static TagGraph Create(GraphObjects objects)
    {
        ArgumentNullException.ThrowIfNull(objects);

        var rows = new GraphRows();
        new GraphEditor(rows).Create(objects);
        return new TagGraph(rows);
    }

    /// <summary>Creates the graph in which streams are added, or replace those with the same names.</summary>
    /// <param name="streams">The streams as they are now.</param>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> is null or contains null.</exception>
    public TagGraph WithStreams(params IEnumerable<ImageStream> streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var list = streams.ToValueList();
        Guard.NoneIsNull(list.AsSpan(), nameof(streams));
        return With(new GraphObjects { Streams = list });
    }

    /// <summary>Creates the graph in which objects are added, or replace those with the same kinds and names.</summary>
    /// <remarks>
    /// The cost depends on what changes and what is directly linked to it. Three changes cost more: a stream that starts or
    /// stops giving images its name checks the workloads again, the first build that pushes to an image outside the streams
    /// searches the tags that import it, and after many additions the graph is rebuilt.
    /// </remarks>
    /// <param name="changed">The objects as they are now; the last of two with the same kind and name counts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="changed"/> is null.</exception>
    public TagGraph With(GraphObjects changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return Edit(editor => editor.Set(changed));
    }

    /// <summary>
    /// Creates the graph without the objects of some kinds and names; references to them then lead to nothing.
    /// </summary>
    /// <param name="removed">The objects as they were, or any objects with their names.</param>
    /// <exception cref="ArgumentNullException"><paramref name="removed"/> is null.</exception>
    public TagGraph Without(GraphObjects removed)
    {
        ArgumentNullException.ThrowIfNull(removed);
        return Edit(editor => editor.Remove(removed));
    }

    /// <summary>Resolves every tag across streams, in one pass over tags and references; computed once and then kept.</summary>
    public TagOutcomes ResolveAll() => _outcomes.Value;

    /// <summary>Computes the impact of moving tags to another image.</summary>
    /// <remarks>
    /// The cost depends on what is reached, not on the size of the graph. A tag that is not in the graph moves nothing and is
    /// in <see cref="TagImpact.Unknown"/>.
    /// </remarks>
    /// <param name="moved">The tags, with their namespaces.</param>
    /// <exception cref="ArgumentNullException"><paramref name="moved"/> is null or contains null.</exception>
    public TagImpact ComputeImpact(params IEnumerable<ImageStreamTagName> moved)
    {
        ArgumentNullException.ThrowIfNull(moved);

        var roots = new List<int>();
        var unknown = new List<UnknownName>();
        foreach (var tag in moved)
        {
            ArgumentNullException.ThrowIfNull(tag, nameof(moved));

            var node = FindNode(tag);
            if (node != NodeRow.None)
            {
                roots.Add(node);
            }
            else
            {
                unknown.Add(_unknown.Describe(tag));
            }
        }

        return new TagImpact(_rows, roots.ToArray(), unknown.ToValueList());
    }

    /// <summary>Computes the impact of a new image outside the streams that is imported again.</summary>
    /// <remarks>
    /// The cost depends on what is reached, not on the size of the graph, except that the first call on a graph, and on the
    /// graphs that are created from it, reads the imports of all tags. An image that no tag imports and no build pushes moves
    /// nothing and is in <see cref="TagImpact.Unknown"/>.
    /// </remarks>
    /// <param name="pullSpec">The image, such as <c>quay.io/team/base:8</c>; read as a Docker client reads it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pullSpec"/> is null.</exception>
    public TagImpact ComputeImageImpact(string pullSpec)
    {
        ArgumentNullException.ThrowIfNull(pullSpec);

        var name = ExternalImages.GetName(pullSpec);
        var roots = _rows.FindImporters(name).ToList();
        if (_rows.TryFindNode(NodeKey.ExternalImage(name), out var image) && _view.Exists(image))
        {
            roots.Add(image);
        }

        return new TagImpact(_rows, roots.ToArray(), roots.Count > 0 ? [] : [_unknown.Describe(name)]);
    }

    /// <summary>Computes the impact of an image that some tags have, that a tag or a workload names by its digest, or both.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="holders">The tags that have it.</param>
    internal TagImpact ComputeDigestImpact(string digest, IEnumerable<ImageStreamTagName> holders)
    {
        var named = Enumerable.Range(0, _rows.NodeCount).Where(node => _view.IsImage(node, digest) && _view.Exists(node));
        int[] roots = [.. holders.Select(FindNode).Where(node => node != NodeRow.None), .. named];
        return new TagImpact(_rows, roots, roots.Length > 0 ? [] : [UnknownNames.DescribeDigest(digest)]);
    }

    /// <summary>
    /// Gets a tag and everything that it is built from: tags, builds, their inputs, and images outside the streams.
    /// </summary>
    /// <param name="tag">The tag, with its namespace.</param>
    /// <returns>
    /// The part of the graph; empty when the tag is not in the graph, with the tag as <see cref="GraphSlice.Unknown"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public GraphSlice GetDependencies(ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);

        var node = FindNode(tag);
        return node == NodeRow.None
            ? GraphSlice.Create([], []) with { Unknown = _unknown.Describe(tag) }
            : DependencyPass.Run(_rows, node);
    }

    /// <summary>Returns the whole graph, with the images outside the streams that tags import.</summary>
    public GraphSlice ToSlice()
    {
        var edges = Enumerable.Range(0, _rows.EdgeRowCount).Where(edge => _rows.GetEdge(edge).From != NodeRow.None);
        var imports = Enumerable.Range(0, _rows.NodeCount).Select(_view.FindImport).OfType<GraphEdge>();
        return GraphSlice.Create(GetNodes().Select(_view.GetNode), [.. edges.Select(_view.GetEdge), .. imports]);
    }

    private IEnumerable<int> GetNodes() => Enumerable.Range(0, _rows.NodeCount).Where(_view.Exists);

    private TagGraph Edit(Action<GraphEditor> edit)
    {
        var rows = _rows.Fork();
        edit(new GraphEditor(rows));
        return new TagGraph(rows.IsOvergrown ? GraphEditor.Rebuild(rows) : rows);
    }

    /// <summary>
    /// Finds the node of a tag that a stream has or a reference names; <see cref="NodeRow.None"/> without one.
    /// </summary>
    private int FindNode(ImageStreamTagName tag)
    {
        var node = _rows.FindTag(tag);
        return node != NodeRow.None && _view.Exists(node) ? node : NodeRow.None;
    }
}
