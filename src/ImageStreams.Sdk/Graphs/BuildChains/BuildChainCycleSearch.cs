namespace ImageStreams.Graphs;

/// <summary>Finds the elementary cycles of a build chain, component by component.</summary>
/// <remarks>
/// Johnson's algorithm: all cycles through one node of a component, then those of the components that are left without the
/// node. The node with the most edges comes first, from the middle of the component, so that small components are left.
/// </remarks>
internal sealed class BuildChainCycleSearch
{
    private const BuildChainEdgeKinds Kinds = BuildChainEdgeKinds.BuildInputImage | BuildChainEdgeKinds.BuildOutput;

    private readonly BuildChainLinks _links;
    private readonly BuildChainCycleLimits _limits;
    private readonly BuildChainComponents _components;
    private readonly Stack<int[]> _open = new();
    private long _nodesFound;

    public BuildChainCycleSearch(BuildChainLinks links, BuildChainCycleLimits limits)
    {
        _links = links;
        _limits = limits;
        _components = new BuildChainComponents(links, Kinds);
    }

    /// <summary>The cycles as numbers of nodes, each with the smallest first.</summary>
    public List<int[]> Found { get; } = [];

    /// <summary>Gets a value indicating whether there was another cycle after a limit was reached.</summary>
    public bool IsTruncated { get; private set; }

    public void Run()
    {
        Split([.. Enumerable.Range(0, _links.NodeCount)], region: 0);
        BuildChainCircuits? circuits = null;
        while (!IsTruncated && _open.TryPop(out var component))
        {
            circuits ??= new BuildChainCircuits(_links, Kinds, _components);
            var node = component[FindCentralPosition(component)];
            circuits.Find(component, node, TryKeep);
            var region = _components.GetRegion(node);
            _components.Remove(node);
            Split(component, region);
        }

        Found.Sort((left, right) => left.AsSpan().SequenceCompareTo(right));
    }

    private void Split(int[] nodes, int region)
    {
        foreach (var component in _components.Split(nodes, region))
        {
            _open.Push(component);
        }
    }

    /// <summary>Finds the position of the node with the most edges; with several, the one nearest to the middle.</summary>
    private int FindCentralPosition(int[] component) => Enumerable.Range(0, component.Length)
        .MaxBy(i => (CountEdges(component[i]), -Math.Abs(i - (component.Length / 2))));

    private int CountEdges(int node) => _links.GetOutgoing(node).Length + _links.GetIncoming(node).Length;

    /// <summary>Keeps a cycle; false when a limit is reached.</summary>
    private bool TryKeep(List<int> cycle)
    {
        IsTruncated = Found.Count >= _limits.Cycles || _nodesFound >= _limits.Nodes;
        if (!IsTruncated)
        {
            _nodesFound += cycle.Count;
            Found.Add(Rotate(cycle));
        }

        return !IsTruncated;
    }

    private static int[] Rotate(List<int> cycle)
    {
        var start = cycle.IndexOf(cycle.Min());
        return [.. cycle[start..], .. cycle[..start]];
    }
}
