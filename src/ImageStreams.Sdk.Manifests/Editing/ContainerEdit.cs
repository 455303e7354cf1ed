namespace ImageStreams.Manifests;

/// <summary>The additions to, and the removals from, one collection of a text.</summary>
internal sealed class ContainerEdit
{
    private readonly bool[] _isRemoved;
    private readonly List<ContainerAddition> _additions = [];

    public ContainerEdit(TextTree tree, int node, int depth)
    {
        Node = node;
        Depth = depth;
        for (var child = node + 1; child < tree.Nodes[node].Next; child = tree.Nodes[child].Next)
        {
            Children.Add(child);
        }

        _isRemoved = new bool[Children.Count];
    }

    /// <summary>The collection.</summary>
    public int Node { get; }

    /// <summary>The nesting of the collection.</summary>
    public int Depth { get; }

    /// <summary>All children as they are written, shadowed ones and merge keys included.</summary>
    public List<int> Children { get; } = [];

    /// <summary>The additions in the order of their positions.</summary>
    public IEnumerable<ContainerAddition> Additions => _additions.OrderBy(addition => addition.Before);

    /// <summary>Gets a value indicating whether there is anything to do.</summary>
    public bool IsEmpty => _additions.Count == 0 && !_isRemoved.Contains(true);

    /// <summary>Gets a value indicating whether no child stays.</summary>
    public bool IsCleared => !_isRemoved.Contains(false);

    public bool IsRemoved(int index) => _isRemoved[index];

    public void Remove(int index) => _isRemoved[index] = true;

    public void Add(ContainerAddition addition) => _additions.Add(addition);

    /// <summary>Finds the last child before an index that stays; -1 when there is none.</summary>
    public int FindLastKept(int before)
    {
        var index = before - 1;
        while (index >= 0 && _isRemoved[index])
        {
            index--;
        }

        return index;
    }

    /// <summary>Lists the removed children that stand together: the index of the first and of the last.</summary>
    public IEnumerable<(int First, int Last)> ListRemovedRuns()
    {
        for (var first = 0; first < _isRemoved.Length; first++)
        {
            if (_isRemoved[first])
            {
                var last = first;
                while (last + 1 < _isRemoved.Length && _isRemoved[last + 1])
                {
                    last++;
                }

                yield return (first, last);
                first = last;
            }
        }
    }
}
