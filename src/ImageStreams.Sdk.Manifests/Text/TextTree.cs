namespace ImageStreams.Manifests;

/// <summary>One document of a text as a tree of nodes in preorder, each with its place.</summary>
internal sealed partial class TextTree(SourceText source, int document, TextNode[] nodes)
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
}
