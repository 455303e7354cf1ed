namespace ImageStreams.Graphs;

/// <summary>Folds a slice until its picture is small enough. Each attempt is linear in the slice. Used once.</summary>
internal sealed class PictureFolding
{
    private readonly GraphSlice _slice;
    private readonly NumberedNodes _nodes;
    private readonly PictureMarks _marks;
    private readonly int _maxNodes;
    private readonly int _maxEdges;

    private PictureFolding(GraphSlice slice, GraphPictureOptions options)
    {
        _slice = slice;
        _nodes = new NumberedNodes(slice);
        _marks = new PictureMarks(options);
        _maxNodes = options.MaxNodes;
        _maxEdges = options.MaxEdges;
    }

    public static Picture Fold(GraphSlice slice, GraphPictureOptions options)
    {
        var folding = new PictureFolding(slice, options);
        return folding.TryUnfolded()
            ?? folding.TryBy(PictureKey.ByStream)
            ?? folding.TryBy(PictureKey.ByNamespace)
            ?? folding.FoldToLargestNamespaces();
    }

    private Picture? TryUnfolded() => _nodes.Nodes.Count > _maxNodes
        ? null
        : TryDraw(_nodes.Nodes.Select(PictureKey.FromNode).ToList(), number => number);

    private Picture? TryBy(Func<GraphNode, PictureKey> getKey)
    {
        var keys = new List<PictureKey>();
        var numbers = new Dictionary<PictureKey, int>();
        var groups = new int[_nodes.Nodes.Count];
        for (var node = 0; node < groups.Length; node++)
        {
            var key = getKey(_nodes.Nodes[node]);
            if (numbers.TryAdd(key, keys.Count))
            {
                keys.Add(key);
            }

            groups[node] = numbers[key];
        }

        return keys.Count > _maxNodes ? null : TryDraw(keys, node => groups[node]);
    }

    /// <summary>Keeps as many of the largest namespaces as fit. When none fits, there is one node and no edge.</summary>
    private Picture FoldToLargestNamespaces()
    {
        var bySize = _nodes.Nodes.CountBy(PictureKey.ByNamespace).ToList();
        bySize.Sort((left, right) => left.Value != right.Value
            ? right.Value.CompareTo(left.Value)
            : PictureKey.Compare(left.Key, right.Key));
        for (var kept = Math.Min(_maxNodes, bySize.Count) - 1; kept > 0; kept /= 2)
        {
            if (TryKeep(bySize.Take(kept)) is { } picture)
            {
                return picture;
            }
        }

        return TryKeep([])!;
    }

    private Picture? TryKeep(IEnumerable<KeyValuePair<PictureKey, int>> namespaces)
    {
        var kept = namespaces.Select(pair => pair.Key).ToHashSet();
        return TryBy(node =>
        {
            var key = PictureKey.ByNamespace(node);
            return kept.Contains(key) ? key : PictureKey.Rest;
        });
    }

    /// <summary>Draws nodes with some keys; null when the picture has too many edges.</summary>
    private Picture? TryDraw(List<PictureKey> keys, Func<int, int> getGroup)
    {
        var nodes = keys.ConvertAll(key => new PictureNode(key));
        for (var node = 0; node < _nodes.Nodes.Count; node++)
        {
            nodes[getGroup(node)].Add(_nodes.Nodes[node], _marks.GetMark(_nodes.Nodes[node]));
        }

        var edges = new Dictionary<(int From, int To), PictureEdge>();
        foreach (var edge in _slice.Edges)
        {
            Draw(edge, (getGroup(_nodes.GetNumber(edge.From)), getGroup(_nodes.GetNumber(edge.To))), nodes, edges);
            if (edges.Count > _maxEdges)
            {
                return null;
            }
        }

        return Sort(nodes, edges.Values);
    }

    private void Draw(
        GraphEdge edge, (int From, int To) ends, List<PictureNode> nodes, Dictionary<(int From, int To), PictureEdge> edges)
    {
        if (ends.From == ends.To && !nodes[ends.From].IsSingle)
        {
            nodes[ends.From].InnerEdges++;
            return;
        }

        if (!edges.TryGetValue(ends, out var drawn))
        {
            drawn = new PictureEdge(ends.From, ends.To);
            edges.Add(ends, drawn);
        }

        drawn.Add(edge, _marks.IsInCycle(edge));
    }

    /// <summary>Sorts nodes by their keys, and edges by the new numbers of their ends.</summary>
    private static Picture Sort(List<PictureNode> nodes, IEnumerable<PictureEdge> edges)
    {
        var order = Enumerable.Range(0, nodes.Count)
            .OrderBy(number => nodes[number].Key, Comparer<PictureKey>.Create(PictureKey.Compare))
            .ToArray();
        var numbers = new int[order.Length];
        for (var number = 0; number < order.Length; number++)
        {
            numbers[order[number]] = number;
        }

        var renumbered = edges.Select(edge => edge.Renumber(numbers[edge.From], numbers[edge.To]));
        return new Picture(
            Array.ConvertAll(order, number => nodes[number]),
            [.. renumbered.OrderBy(edge => (edge.From, edge.To))]);
    }
}
