using System.Runtime.InteropServices;
using ImageStreams.Builds;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Collects the nodes and edges of a build chain, one build configuration after the other.</summary>
internal sealed class BuildChainBuilder
{
    private const string Latest = ":latest";

    private readonly List<int> _from;
    private readonly List<int> _to;
    private readonly List<BuildChainEdgeKinds> _kinds;
    private readonly List<int> _lastEdge; // of each node, the last edge that starts there; -1 without one

    /// <summary>Makes room for build configurations with one input and one output image each.</summary>
    public BuildChainBuilder(int configs)
    {
        var nodes = (2 * configs) + 1;
        var edges = 2 * configs;
        _from = new List<int>(edges);
        _to = new List<int>(edges);
        _kinds = new List<BuildChainEdgeKinds>(edges);
        _lastEdge = new List<int>(nodes);
        Nodes = new List<BuildChainNode>(nodes);
        Numbers = new Dictionary<BuildChainNode, int>(nodes, BuildChainNodeComparer.Instance);
    }

    public Dictionary<BuildChainNode, int> Numbers { get; }

    public List<BuildChainNode> Nodes { get; }

    /// <summary>Adds a build configuration, unless there is one with that name.</summary>
    public void Add(BuildConfig config)
    {
        var ns = config.Namespace;
        var build = GetOrAddNumber(new BuildChainNode.BuildConfig { Namespace = ns, Name = config.Name }, out var isNew);
        if (isNew)
        {
            AddSource(config.Spec.Source.Git, build);
            AddImages(config.Spec, ns, build);
            AddOutput(config.Spec.Output.To, ns, build);
        }
    }

    /// <summary>Converts the edges so far into links between numbers.</summary>
    public BuildChainLinks ToLinks() => new(Nodes.Count, [.. _from], [.. _to], [.. _kinds]);

    private void AddSource(GitBuildSource? git, int build)
    {
        if (git is not null)
        {
            var source = new BuildChainNode.BuildSource { Uri = git.Uri, Ref = git.Ref ?? "" };
            Connect(GetOrAddNumber(source, out _), build, BuildChainEdgeKinds.BuildInput);
        }
    }

    private void AddImages(BuildConfigSpec spec, string ns, int build)
    {
        var strategy = GetOrAddNumber(spec.Strategy.From, ns);
        ConnectInput(strategy, build, BuildChainEdgeKinds.BuildInputImage);
        foreach (var trigger in spec.Triggers)
        {
            if (trigger is { Type: BuildTriggerPolicy.ImageChangeType, ImageChange: { } change })
            {
                var image = change.From is { } from ? GetOrAddNumber(from, ns) : strategy;
                ConnectInput(image, build, BuildChainEdgeKinds.BuildTriggerImage);
            }
        }
    }

    private void AddOutput(ObjectReference? to, string ns, int build)
    {
        if (GetOrAddNumber(to, ns) is { } image)
        {
            Connect(build, image, BuildChainEdgeKinds.BuildOutput);
        }
    }

    private void ConnectInput(int? image, int build, BuildChainEdgeKinds kind)
    {
        if (image is { } from)
        {
            Connect(from, build, kind);
        }
    }

    /// <summary>Adds an edge, or a kind to an existing edge; a build gets all its edges before the next one does.</summary>
    private void Connect(int from, int to, BuildChainEdgeKinds kind)
    {
        var last = _lastEdge[from];
        if (last >= 0 && _to[last] == to)
        {
            _kinds[last] |= kind;
            return;
        }

        _lastEdge[from] = _from.Count;
        _from.Add(from);
        _to.Add(to);
        _kinds.Add(kind);
    }

    private int? GetOrAddNumber(ObjectReference? reference, string ns) =>
        ToNode(reference, ns) is { } node ? GetOrAddNumber(node, out _) : null;

    private int GetOrAddNumber(BuildChainNode node, out bool isNew)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(Numbers, node, out var exists);
        isNew = !exists;
        if (isNew)
        {
            number = Nodes.Count;
            Nodes.Add(node);
            _lastEdge.Add(-1);
        }

        return number;
    }

    /// <summary>Converts a reference into the node that it names; null when it names no image.</summary>
    private static BuildChainNode? ToNode(ObjectReference? reference, string holder)
    {
        var name = reference?.Name ?? "";
        var ns = reference?.NamespaceOr(holder) ?? holder;
        return reference?.Kind switch
        {
            ReferenceKinds.ImageStreamTag => new BuildChainNode.ImageStreamTag { Namespace = ns, Name = name },
            ReferenceKinds.ImageStream => new BuildChainNode.ImageStreamTag { Namespace = ns, Name = name + Latest },
            ReferenceKinds.ImageStreamImage => new BuildChainNode.ImageStreamImage { Namespace = ns, Name = name },
            ReferenceKinds.DockerImage when ImageReference.TryParse(name, out var image) =>
                new BuildChainNode.DockerImageReference { PullSpec = image.ToDockerClientDefaults().ToString() },
            _ => null,
        };
    }
}
