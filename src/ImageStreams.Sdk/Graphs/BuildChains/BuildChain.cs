using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Which builds take which images, and make which: what <c>oc adm build-chain</c> shows.</summary>
/// <remarks>
/// <para>Built once, in time linear in the build configurations; immutable, and safe to share between threads.</para>
/// <para>The rules are OpenShift's. A reference without a namespace means that of its build configuration; an
/// <c>ImageStream</c> means its tag <c>latest</c>; of two configurations of one name the first counts; images that a
/// build only copies files from (<c>source.images</c>) are left out. Where OpenShift's code fails, at a trigger or an
/// output that names no image, there is no edge here.</para>
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

    /// <summary>The edges, those of one build configuration together.</summary>
    public ValueList<BuildChainEdge> Edges { get; }

    /// <summary>The chain of build configurations, which may be of many namespaces.</summary>
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

    /// <summary>Whether a build configuration names this.</summary>
    public bool Contains(BuildChainNode node) => _numbers.ContainsKey(node);

    /// <summary>The circles of builds that start from what they make. A trigger alone closes no circle.</summary>
    /// <param name="limits">When the search ends early; null means <see cref="BuildChainCycleLimits.Default"/>.</param>
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

    /// <summary>What is built, directly or step by step, from a tag; null when no build configuration names the tag.</summary>
    /// <param name="tag">The tag, with the namespace of its stream.</param>
    /// <param name="inputs">Which inputs of a build count.</param>
    public BuildChainPartition? FindDependents(ImageStreamTagName tag, BuildChainInputs inputs) =>
        FindDependents(ToNode(tag), inputs);

    /// <summary>What is built, directly or step by step, from a node; null when the chain does not contain it.</summary>
    /// <remarks>Edges that lead back to the root are left out.</remarks>
    /// <param name="root">The node, such as an image in a registry or a repository of sources.</param>
    /// <param name="inputs">Which inputs of a build count.</param>
    public BuildChainPartition? FindDependents(BuildChainNode root, BuildChainInputs inputs) =>
        FindNumber(root) is { } number ? ToPartition(root, BuildChainReach.Forward(_links, number, GetKinds(inputs))) : null;

    /// <summary>What a tag is built from, directly or step by step; null when no build configuration names the tag.</summary>
    /// <param name="tag">The tag, with the namespace of its stream.</param>
    /// <param name="inputs">Which inputs of a build count.</param>
    public BuildChainPartition? FindDependencies(ImageStreamTagName tag, BuildChainInputs inputs) =>
        FindDependencies(ToNode(tag), inputs);

    /// <summary>What a node is built from, directly or step by step; null when the chain does not contain it.</summary>
    /// <remarks>Edges that lead on from the root are left out.</remarks>
    /// <param name="root">The node, such as an image in a registry that builds push to.</param>
    /// <param name="inputs">Which inputs of a build count.</param>
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
        _ => throw new ArgumentOutOfRangeException(nameof(inputs), inputs, "Not a choice of inputs."),
    };

    private int? FindNumber(BuildChainNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return _numbers.TryGetValue(node, out var number) ? number : null;
    }

    private BuildChainEdge GetEdge(int edge) => new(Nodes[_links.GetSource(edge)], Nodes[_links.GetTarget(edge)], _links.GetKinds(edge));

    private BuildChainPartition ToPartition(BuildChainNode root, BuildChainReach reach) => new()
    {
        Root = root,
        Nodes = reach.Nodes.Select(number => Nodes[number]).ToValueList(),
        Edges = reach.Edges.Select(edge => Edges[edge]).ToValueList(),
    };
}
