namespace ImageStreams.Manifests;

/// <summary>One document of a text as a tree of nodes in preorder, each with its place.</summary>
/// <remarks>Immutable. Keys and values are parts of the text; only those with escapes or several lines are kept beside it.</remarks>
internal sealed partial class TextTree(
    SourceText source, int document, TextNode[] nodes, Dictionary<int, string>? texts = null, Dictionary<int, string>? keyTexts = null)
{
    /// <summary>The text that the document is part of.</summary>
    public SourceText Source { get; } = source;

    /// <summary>The number of the document, beginning with 1.</summary>
    public int Document { get; } = document;

    /// <summary>The nodes in preorder; node 0 is the root.</summary>
    public ReadOnlySpan<TextNode> Nodes => nodes;

    /// <summary>Gets the place where a node begins: its key, or its value when it has none.</summary>
    public TextPlace GetPlace(int node) =>
        Source.GetPlace(nodes[node].KeyStart >= 0 ? nodes[node].KeyStart : nodes[node].Start, Document);

    /// <summary>Gets the place where the value of a node begins.</summary>
    public TextPlace GetValuePlace(int node) => Source.GetPlace(nodes[node].Start, Document);

    /// <summary>Gets the children of a node, shadowed ones left out; those of its target when the node is an alias. The entries
    /// that a merge key adds are not among them.</summary>
    public TextTreeChildren GetChildren(int node) => new(nodes, Resolve(node));

    /// <summary>Gets the node itself or, of an alias, the node that it repeats.</summary>
    public int Resolve(int node) => nodes[node].Kind == TextNodeKind.Alias ? nodes[node].Target : node;

    /// <summary>Gets the decoded text of a scalar; empty for mappings and sequences.</summary>
    public string GetText(int node) => GetTextSpan(node).ToString();

    /// <summary>Gets the decoded text of a scalar without a copy; empty for mappings and sequences.</summary>
    public ReadOnlySpan<char> GetTextSpan(int node)
    {
        ref var found = ref nodes[Resolve(node)];
        return found switch
        {
            { Kind: not TextNodeKind.Scalar } => default,
            _ when found.Has(TextNodeFlags.HasText) => texts![Resolve(node)],
            { Style: TextNodeStyle.Plain } => Source.Text.AsSpan(found.Start, found.End - found.Start),
            _ => Source.Text.AsSpan(found.Start + 1, found.End - found.Start - 2),
        };
    }

    /// <summary>Gets the decoded key of a node; empty when it has none.</summary>
    public string GetKey(int node) => GetKeySpan(node).ToString();

    /// <summary>Gets the decoded key of a node without a copy; empty when it has none.</summary>
    public ReadOnlySpan<char> GetKeySpan(int node)
    {
        ref var found = ref nodes[node];
        return found switch
        {
            { KeyStart: < 0 } => default,
            _ when found.Has(TextNodeFlags.HasKeyText) => keyTexts![node],
            _ => TextQuotes.Strip(Source.Text.AsSpan(found.KeyStart, found.KeyEnd - found.KeyStart)),
        };
    }
}
