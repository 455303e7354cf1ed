using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>
/// The chain of build configurations and their input and output images, as <c>oc adm build-chain</c> shows it.
/// </summary>
/// <remarks>
/// <para>Created in time linear in the build configurations. Immutable; safe to share between threads.</para>
/// <para>The rules are those of OpenShift. A reference without a namespace means that of its build configuration; an
/// <c>ImageStream</c> means its tag <c>latest</c>; the first of two configurations with the same name counts; images that a
/// build only copies files from (<c>source.images</c>) are left out. A trigger or an output that names no image creates no
/// edge; OpenShift's code fails on it.</para>
/// </remarks>
public sealed class BuildChain
{
    private readonly Dictionary<BuildChainNode, int> _numbers;
    private readonly BuildChainLinks _links;

    private BuildChain(BuildChainBuilder builder)
    {
        _numbers = builder.Numbers;
        _links = builder.ToLinks();
        Nodes = builder.Nodes.ToValueList();
        Edges = ValueList<BuildChainEdge>.Own([.. Enumerable.Range(0, _links.EdgeCount).Select(GetEdge)]);
    }

    /// <summary>The nodes, in the order in which the build configurations name them.</summary>
    public ValueList<BuildChainNode> Nodes { get; }

    /// <summary>The edges, grouped by build configuration.</summary>
    public ValueList<BuildChainEdge> Edges { get; }

    /// <summary>Creates the chain of build configurations, which may be in several namespaces.</summary>
    /// <param name="buildConfigs">The build configurations.</param>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfigs"/> is null.</exception>
    public static BuildChain Create(IEnumerable<BuildConfig> buildConfigs)
    {
        ArgumentNullException.ThrowIfNull(buildConfigs);

        var builder = new BuildChainBuilder(buildConfigs.TryGetNonEnumeratedCount(out var count) ? count : 0);
        foreach (var config in buildConfigs)
        {
            builder.Add(config);
        }

        return new BuildChain(builder);
    }

    /// <summary>Determines whether a build configuration names a node.</summary>
    /// <param name="node">The node.</param>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public bool Contains(BuildChainNode node) => _numbers.ContainsKey(node);

    /// <summary>Finds the cycles of builds that start from their own output. A trigger alone does not close a cycle.</summary>
    /// <param name="limits">The limits of the search; <see cref="BuildChainCycleLimits.Default"/> when null.</param>
    public BuildChainCycles FindCycles(BuildChainCycleLimits? limits = null)
    {
        var search = new BuildChainCycleSearch(_links, limits ?? BuildChainCycleLimits.Default);
        search.Run();
        return new BuildChainCycles
        {
            Cycles = search.Found.Select(cycle => cycle.Select(number => Nodes[number]).ToValueList()).ToValueList(),
            IsTruncated = search.IsTruncated,
        };
    }

    /// <summary>
    /// Finds everything that is built from a tag, directly or through others; null when no build configuration names the tag.
    /// </summary>
    /// <param name="tag">The tag, with the namespace of its stream.</param>
    /// <param name="inputs">The inputs of a build that count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="inputs"/> is not a defined value.</exception>
    public BuildChainPartition? FindDependents(ImageStreamTagName tag, BuildChainInputs inputs) =>
        FindDependents(ToNode(tag), inputs);

    /// <summary>
    /// Finds everything that is built from a node, directly or through others; null when it is not in the chain.
    /// </summary>
    /// <remarks>Edges that lead back to the root are left out.</remarks>
    /// <param name="root">The node, such as an image in a registry or a Git repository.</param>
    /// <param name="inputs">The inputs of a build that count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="root"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="inputs"/> is not a defined value.</exception>
    public BuildChainPartition? FindDependents(BuildChainNode root, BuildChainInputs inputs) =>
        FindNumber(root) is { } number ? ToPartition(root, BuildChainReach.Forward(_links, number, GetKinds(inputs))) : null;

    /// <summary>
    /// Finds everything that a tag is built from, directly or through others; null when no build configuration names the tag.
    /// </summary>
    /// <param name="tag">The tag, with the namespace of its stream.</param>
    /// <param name="inputs">The inputs of a build that count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="inputs"/> is not a defined value.</exception>
    public BuildChainPartition? FindDependencies(ImageStreamTagName tag, BuildChainInputs inputs) =>
        FindDependencies(ToNode(tag), inputs);

    /// <summary>
    /// Finds everything that a node is built from, directly or through others; null when it is not in the chain.
    /// </summary>
    /// <remarks>Edges that lead away from the root are left out.</remarks>
    /// <param name="root">The node, such as an image in a registry that builds push to.</param>
    /// <param name="inputs">The inputs of a build that count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="root"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="inputs"/> is not a defined value.</exception>
    public BuildChainPartition? FindDependencies(BuildChainNode root, BuildChainInputs inputs) =>
        FindNumber(root) is { } number ? ToPartition(root, BuildChainReach.Backward(_links, number, GetKinds(inputs))) : null;

    private static BuildChainNode.ImageStreamTag ToNode(ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new BuildChainNode.ImageStreamTag { Namespace = tag.Namespace, Name = tag.LocalName };
    }

    private static BuildChainEdgeKinds GetKinds(BuildChainInputs inputs) => inputs switch
    {
        BuildChainInputs.TriggersOnly => BuildChainEdgeKinds.BuildTriggerImage | BuildChainEdgeKinds.BuildOutput,
        BuildChainInputs.All =>
            BuildChainEdgeKinds.BuildTriggerImage | BuildChainEdgeKinds.BuildOutput | BuildChainEdgeKinds.BuildInputImage,
        _ => throw new ArgumentOutOfRangeException(nameof(inputs), inputs, "The value is not defined."),
    };

    private int? FindNumber(BuildChainNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return _numbers.TryGetValue(node, out var number) ? number : null;
    }

    private BuildChainEdge GetEdge(int edge) =>
        new(Nodes[_links.GetSource(edge)], Nodes[_links.GetTarget(edge)], _links.GetKinds(edge));

    private BuildChainPartition ToPartition(BuildChainNode root, BuildChainReach reach) => new()
    {
        Root = root,
        Nodes = reach.Nodes.Select(number => Nodes[number]).ToValueList(),
        Edges = reach.Edges.Select(edge => Edges[edge]).ToValueList(),
    };
}
