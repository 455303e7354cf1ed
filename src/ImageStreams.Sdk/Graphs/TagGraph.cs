using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Graphs;

/// <summary>
/// All tags, builds and workloads at once: where every tag leads, what goes round, and what happens when a tag moves.
/// </summary>
/// <remarks>
/// <para>Made once from objects, in time linear in them, and changed by making the next graph, which shares with this one
/// all that stays. About 60 bytes a tag beyond the objects, which it holds on to. Nothing in it recurses, so that
/// a chain of a million tags is no deeper than one of two. Immutable; safe to share between threads.</para>
/// <para>Edges lead the way that images take: from a tag to what follows it, what is built on it and what runs it.
/// References are understood as OpenShift understands them; that a tag of another stream does not move along is said by
/// the <see cref="GraphEdge.Firing"/> of its edge.</para>
/// </remarks>
public sealed class TagGraph
{
    private readonly GraphRows _rows;
    private readonly GraphView _view;
    private readonly Lazy<int> _nodeCount;
    private readonly Lazy<TagOutcomes> _outcomes;
    private readonly Lazy<ValueList<GraphCycle>> _cycles;

    private TagGraph(GraphRows rows)
    {
        (_rows, _view) = (rows, new GraphView(rows));
        _nodeCount = new Lazy<int>(() => GetNodes().Count());
        _outcomes = new Lazy<TagOutcomes>(() => new TagOutcomes(_rows));
        _cycles = new Lazy<ValueList<GraphCycle>>(() => new CyclePass(_rows).Run());
    }

    /// <summary>A graph of nothing, to be begun with.</summary>
    public static TagGraph Empty { get; } = new(new GraphRows());

    /// <summary>How many nodes there are; images that tags import from elsewhere do not count.</summary>
    public int NodeCount => _nodeCount.Value;

    /// <summary>How many edges there are; imports from elsewhere do not count.</summary>
    public int EdgeCount => _rows.EdgeCount;

    /// <summary>Everything that goes round: found when it is first asked for, and kept.</summary>
    public ValueList<GraphCycle> Cycles => _cycles.Value;

    /// <summary>Makes a graph of streams alone.</summary>
    /// <param name="streams">The streams; of two with one name the first counts.</param>
    public static TagGraph FromStreams(IEnumerable<ImageStream> streams) =>
        Create(new GraphObjects { Streams = streams.ToValueList() });

    /// <summary>Makes a graph.</summary>
    /// <param name="objects">The objects; of two with one kind and name the first counts.</param>
    /// <exception cref="WireFormatException">
    /// A DeploymentConfig among the workloads has a field that does not fit, where <see cref="Workload"/> does not look.
    /// </exception>
    public static TagGraph Create(GraphObjects objects)
    {
        ArgumentNullException.ThrowIfNull(objects);

        var rows = new GraphRows();
        new GraphEditor(rows).Create(objects);
        return new TagGraph(rows);
    }

    /// <summary>The graph with streams added, or put in the place of those of their names.</summary>
    /// <param name="streams">The streams as they are now.</param>
    public TagGraph With(params ReadOnlySpan<ImageStream> streams) =>
        With(new GraphObjects { Streams = ValueList.Create(streams) });

    /// <summary>The graph with objects added, or put in the place of those of their kinds and names.</summary>
    /// <remarks>
    /// Costs what changes and what hangs on it directly. Three changes cost more: a stream that begins or ceases to lend its
    /// name to images looks at the workloads again, a build that is the first to push to an image elsewhere looks for the
    /// tags that import it, and after many additions the graph is made anew.
    /// </remarks>
    /// <param name="changed">The objects as they are now; of two with one kind and name the last counts.</param>
    /// <inheritdoc cref="Create(GraphObjects)" path="/exception"/>
    public TagGraph With(GraphObjects changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return Edit(editor => editor.Set(changed));
    }

    /// <summary>The graph without the objects of these kinds and names; what names them then names something missing.</summary>
    /// <param name="gone">The objects as they were, or anything with their names.</param>
    /// <inheritdoc cref="Create(GraphObjects)" path="/exception"/>
    public TagGraph Without(GraphObjects gone)
    {
        ArgumentNullException.ThrowIfNull(gone);
        return Edit(editor => editor.Remove(gone));
    }

    /// <summary>Where every tag leads, across streams: one pass over tags and references, made once and kept.</summary>
    public TagOutcomes ResolveAll() => _outcomes.Value;

    /// <summary>What happens when tags move to another image.</summary>
    /// <remarks>Costs what is reached, whatever the size of the graph. A tag that nobody knows of moves nothing.</remarks>
    /// <param name="moved">The tags, with their namespaces.</param>
    public TagImpact ComputeImpact(params ReadOnlySpan<ImageStreamTagName> moved)
    {
        var roots = new List<int>(moved.Length);
        foreach (var tag in moved)
        {
            ArgumentNullException.ThrowIfNull(tag, nameof(moved));
            if (FindNode(tag) is var node and not NodeRow.None)
            {
                roots.Add(node);
            }
        }

        return new TagImpact(_rows, roots.ToArray());
    }

    /// <summary>What happens when an image outside of the streams moves and is imported again.</summary>
    /// <remarks>Looks at every tag for those that import it.</remarks>
    /// <param name="pullSpec">The image, such as <c>quay.io/team/base:8</c>; read as a Docker client reads it.</param>
    public TagImpact ComputeImageImpact(string pullSpec)
    {
        ArgumentNullException.ThrowIfNull(pullSpec);

        var name = ExternalImages.GetName(pullSpec);
        var roots = Enumerable.Range(0, _rows.NodeCount).Where(node => _view.ImportsImage(node, name)).ToList();
        if (_rows.TryFindOther(NodeKey.ExternalImage(name), out var image) && _view.Exists(image))
        {
            roots.Add(image);
        }

        return new TagImpact(_rows, roots.ToArray());
    }

    /// <summary>The tag and everything that it is made from: tags, builds, their inputs, and images from elsewhere.</summary>
    /// <param name="tag">The tag, with its namespace.</param>
    /// <returns>Nothing when the graph does not know the tag.</returns>
    public GraphSlice GetDependencies(ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return FindNode(tag) is var node and not NodeRow.None
            ? DependencyPass.Run(_rows, node)
            : GraphSlice.Create([], []);
    }

    /// <summary>All of the graph, with the images from elsewhere that tags import.</summary>
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

    /// <summary>The node of a tag that some stream has or something names, or <see cref="NodeRow.None"/>.</summary>
    private int FindNode(ImageStreamTagName tag) =>
        _rows.FindTag(tag) is var node and not NodeRow.None && _view.Exists(node) ? node : NodeRow.None;
}
