using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Resolution;
using ImageStreams.Triggers;

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
    private readonly WorkspaceObjects _given;
    private readonly ValueList<string> _silenced;
    private readonly AssumedTags _assumed;
    private readonly ImageStreamSet _streams;
    private readonly StreamTagLookup _tags;
    private readonly Lazy<ImageNameResolver> _names;
    private readonly Lazy<TagGraph> _graph;
    private readonly Lazy<RegistryPolicy> _registries;
    private readonly TagResolverOptions _resolving;

    private ImageStreamWorkspace(
        WorkspaceObjects objects, WorkspaceAssumptions assumptions, string registry, ValueList<string> silenced)
    {
        _given = objects;
        _silenced = silenced;
        Assumptions = assumptions;
        InternalRegistryHostname = registry;
        _assumed = new AssumedTags(new ImageStreamSet(objects.Streams, objects.BuildConfigs), assumptions, registry);
        Objects = IsStored ? objects : objects with { Streams = objects.Streams.Select(_assumed.Complete).ToValueList() };
        _streams = new ImageStreamSet(Objects.Streams, Objects.BuildConfigs);
        _tags = new StreamTagLookup(_streams, registry) { AcceptUnversioned = !IsStored };
        _graph = new Lazy<TagGraph>(() => TagGraph.Create(Objects.ToGraphObjects()));
        _names = new Lazy<ImageNameResolver>(CreateNames);
        _registries = new Lazy<RegistryPolicy>(() => new RegistryPolicy(Objects.ToRegistryRules()));
        _resolving = new TagResolverOptions { AcrossStreams = true, IsAssumed = IsAssumed };
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
        return new ImageStreamWorkspace(
            objects, options.Assumptions, options.InternalRegistryHostname, options.Silenced.ToValueList());
    }

    /// <summary>Resolves a tag across streams to its image, step by step, or to the reason why it has none.</summary>
    /// <param name="tag">The tag, with its namespace; an empty tag means <c>latest</c>.</param>
    /// <returns>The resolution, and the assumptions that it rests on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public WorkspaceResolution Resolve(ImageStreamTagName tag)
    {
        var steps = TagResolver.Explain(_streams, tag, _resolving);
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

    private bool IsAssumed(ImageStreamTagName tag) => _assumed.FindAssumption(tag) != WorkspaceAssumptions.AsStored;

    /// <summary>Creates the resolver of names; as stored, the images are those of the histories, because only the status counts.</summary>
    private ImageNameResolver CreateNames()
    {
        var histories = ImageSet.ReadHistories(Objects.Streams);
        var images = new ImageSet(IsStored ? histories : Objects.Images.Concat(histories));
        return new ImageNameResolver(_streams, images, InternalRegistryHostname) { AcceptUnknownDigests = !IsStored };
    }
}
