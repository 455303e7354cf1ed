namespace ImageStreams.Manifests;

/// <summary>A mapping or sequence that is being written, and the children of it that remain.</summary>
internal sealed class TextJsonFrame
{
    private readonly List<int>? _merged;
    private TextTreeChildren _children;
    private int _at;

    private TextJsonFrame(TextTree tree, int node, List<int>? merged)
    {
        IsObject = tree.Nodes[node].Kind == TextNodeKind.Mapping;
        _children = tree.GetChildren(node);
        _merged = merged;
    }

    public bool IsObject { get; }

    public static TextJsonFrame Create(TextTree tree, int node) =>
        new(tree, node, tree.Nodes[node].Has(TextNodeFlags.HasMerge) ? TextMerge.List(tree, node) : null);

    public bool MoveNext(out int child)
    {
        if (_merged is null)
        {
            var found = _children.MoveNext();
            child = _children.Current;
            return found;
        }

        child = _at < _merged.Count ? _merged[_at] : -1;
        return _at++ < _merged.Count;
    }
}
