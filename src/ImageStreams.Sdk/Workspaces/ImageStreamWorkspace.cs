using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Workspaces;

/// <summary>All streams, builds and workloads of a folder, a store or a cluster, and the answers about them.</summary>
/// <remarks>
/// <para>A thin layer over the resolver, the graph, the evaluators and the doctor: the host name of the integrated registry
/// is given once, and <see cref="WorkspaceAssumptions"/> complete the objects that have no status. Without assumptions
/// the answers are those of these parts.</para>
/// <para>Created in time linear in the objects. Immutable; safe to share between threads.</para>
/// </remarks>
public sealed partial class ImageStreamWorkspace
{
    private static readonly TagResolverOptions AcrossStreams = new() { AcrossStreams = true };

    private readonly WorkspaceObjects _given;
    private readonly ValueList<string> _silenced;
    private readonly AssumedTags _assumed;
    private readonly ImageStreamSet _streams;
    private readonly Lazy<ImageNameResolver> _names;
    private readonly Lazy<TagGraph> _graph;

    private ImageStreamWorkspace(WorkspaceObjects objects, WorkspaceOptions options)
    {
        _given = objects;
        _silenced = options.Silenced.ToValueList();
        Assumptions = options.Assumptions;
        InternalRegistryHostname = options.InternalRegistryHostname;
        _assumed = new AssumedTags(
            new ImageStreamSet(objects.Streams, objects.BuildConfigs), Assumptions, InternalRegistryHostname);
        Objects = IsStored ? objects : objects with { Streams = objects.Streams.Select(_assumed.Complete).ToValueList() };
        _streams = new ImageStreamSet(Objects.Streams, Objects.BuildConfigs);
        _graph = new Lazy<TagGraph>(() => TagGraph.Create(Objects.ToGraphObjects()));
        _names = new Lazy<ImageNameResolver>(CreateNames);
    }

    /// <summary>The assumptions under which the workspace answers.</summary>
    public WorkspaceAssumptions Assumptions { get; }

    /// <summary>The host and port of the integrated registry; empty when there is none.</summary>
    public string InternalRegistryHostname { get; }

    /// <summary>The objects, their streams completed by what is assumed.</summary>
    public WorkspaceObjects Objects { get; }

    /// <summary>The graph of the objects; created when it is first requested.</summary>
    public TagGraph Graph => _graph.Value;

    /// <summary>The cycles of tags and the build loops; see <see cref="GraphCycle.FindCut"/> for the place to cut one.</summary>
    public ValueList<GraphCycle> Cycles => Graph.Cycles;

    private bool IsStored => Assumptions == WorkspaceAssumptions.AsStored;

    /// <summary>Creates a workspace.</summary>
    /// <param name="objects">The objects; when two streams have the same name, the first is used.</param>
    /// <param name="options">The options, or null for the defaults: no assumptions.</param>
    /// <returns>The workspace.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="objects"/> is null, or one of its lists contains null, or a text of the options is null.
    /// </exception>
    public static ImageStreamWorkspace Create(WorkspaceObjects objects, WorkspaceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objects);
        options ??= new WorkspaceOptions();
        ArgumentNullException.ThrowIfNull(options.InternalRegistryHostname);
        _ = objects.ToGraphObjects();   // refuses null items
        return new ImageStreamWorkspace(objects, options);
    }

    /// <summary>Resolves a tag across streams to its image, step by step, or to the reason why it has none.</summary>
    /// <param name="tag">The tag, with its namespace; an empty tag means <c>latest</c>.</param>
    /// <returns>The resolution, and the assumptions that it rests on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public WorkspaceResolution Resolve(ImageStreamTagName tag)
    {
        var steps = TagResolver.Explain(_streams, tag, AcrossStreams);
        var restsOn = steps.Resolution is TagResolution.Resolved { DecidedBy: var hop }
            ? FindAssumption(ImageStreamTagName.FromParts(hop.Namespace, hop.Stream, hop.Tag))
            : WorkspaceAssumptions.AsStored;
        return new WorkspaceResolution { Steps = steps, RestsOn = restsOn };
    }

    /// <summary>Resolves every tag across streams, in one pass.</summary>
    /// <returns>The outcomes.</returns>
    public TagOutcomes ResolveAll() => Graph.ResolveAll();

    /// <summary>Finds the assumptions that the image of a tag rests on; none when its history has one, or nothing does.</summary>
    /// <param name="tag">The tag, with its namespace.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public WorkspaceAssumptions FindAssumption(ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return _assumed.FindAssumption(tag);
    }

    /// <summary>Computes what rebuilds and rolls out when tags move.</summary>
    /// <param name="moved">The tags, with their namespaces.</param>
    /// <returns>The impact.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="moved"/> is null or contains null.</exception>
    public TagImpact ComputeImpact(params IEnumerable<ImageStreamTagName> moved) => Graph.ComputeImpact(moved);

    private ImageNameResolver CreateNames()
    {
        var images = new ImageSet(Objects.Images.Concat(ImageSet.ReadHistories(Objects.Streams)));
        return new ImageNameResolver(_streams, images, InternalRegistryHostname) { AcceptUnknownDigests = !IsStored };
    }
}
