namespace ImageStreams.Registries;

/// <summary>Merges the lists of mirrors of several rules into one order that respects them all, if there is
/// one.</summary>
/// <remarks>
/// <para>(B, C) and (A, B) become (A, B, C). The source comes last, unless a list names it earlier. When the lists
/// leave the order open, or contradict each other, names decide, so that the order is always the same, as in
/// OpenShift's <c>registries.conf</c>.</para>
/// <para>Linear in the number of names, except for sorting them.</para>
/// </remarks>
internal sealed class MirrorListMerger
{
    private readonly SortedDictionary<string, Node> _nodes = new(StringComparer.Ordinal);

    /// <summary>Merges lists; the source is in the result only when a list has it before its end.</summary>
    public static List<string> Merge(string source, IReadOnlyList<IReadOnlyList<string>> lists)
    {
        var isNamed = lists.Any(list => list.Contains(source) && list[^1] != source);
        var order = new MirrorListMerger();
        foreach (var list in lists)
        {
            order.Add(isNamed ? [.. list, source] : list.Where(name => name != source).ToList());
        }

        return order.Sort();
    }

    private void Add(List<string> list)
    {
        var nodes = list.Distinct(StringComparer.Ordinal).Select(GetNode).ToList();
        for (var i = 0; i + 1 < nodes.Count; i++)
        {
            if (nodes[i].After.Add(nodes[i + 1].Name))
            {
                nodes[i + 1].Waits++;
            }
        }
    }

    private List<string> Sort()
    {
        var sorted = new List<string>(_nodes.Count);
        var ready = new Queue<Node>(_nodes.Values.Where(static node => node.Waits == 0));
        foreach (var next in _nodes.Values)
        {
            Drain(ready, sorted);
            Take(next, ready, sorted);   // the first by name of a cycle, or taken already
        }

        return sorted;
    }

    private void Drain(Queue<Node> ready, List<string> sorted)
    {
        while (ready.TryDequeue(out var node))
        {
            Take(node, ready, sorted);
        }
    }

    private void Take(Node node, Queue<Node> ready, List<string> sorted)
    {
        if (node.IsTaken)
        {
            return;
        }

        node.IsTaken = true;
        sorted.Add(node.Name);
        foreach (var name in node.After)
        {
            var after = _nodes[name];
            if (--after.Waits == 0)
            {
                ready.Enqueue(after);
            }
        }
    }

    private Node GetNode(string name)
    {
        if (!_nodes.TryGetValue(name, out var node))
        {
            _nodes[name] = node = new Node(name);
        }

        return node;
    }

    private sealed class Node(string name)
    {
        public string Name => name;

        public SortedSet<string> After { get; } = new(StringComparer.Ordinal);

        public int Waits { get; set; }

        public bool IsTaken { get; set; }
    }
}
