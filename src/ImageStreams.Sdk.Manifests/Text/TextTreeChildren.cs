namespace ImageStreams.Manifests;

/// <summary>The children of a node, to be enumerated without an allocation.</summary>
internal struct TextTreeChildren
{
    private readonly TextNode[] _nodes;
    private readonly int _end;
    private int _next;

    public TextTreeChildren(TextNode[] nodes, int parent)
    {
        _nodes = nodes;
        _next = parent + 1;
        _end = nodes[parent].Next;
    }

    /// <summary>The child that the enumeration has reached.</summary>
    public int Current { get; private set; }

    public readonly TextTreeChildren GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < _end)
        {
            Current = _next;
            _next = _nodes[_next].Next;
            if (!_nodes[Current].Has(TextNodeFlags.Shadowed))
            {
                return true;
            }
        }

        return false;
    }
}
