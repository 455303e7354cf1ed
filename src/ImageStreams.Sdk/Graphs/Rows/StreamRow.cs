namespace ImageStreams.Graphs;

/// <summary>One stream of the graph, and which nodes its tags are.</summary>
/// <remarks>
/// A tag has a place: that of its wish, or behind the wishes that of its history. As a rule the nodes of the wishes stand
/// one after the other, and no tag is in the status only; then <see cref="Nodes"/> is null.
/// </remarks>
internal struct StreamRow
{
    /// <summary>The stream; null when something names it and it is not there.</summary>
    public ImageStream? Stream;

    public string Namespace;
    public string Name;

    /// <summary>The node of the first wish, where <see cref="Nodes"/> is null.</summary>
    public int FirstNode;

    /// <summary>The node of each place, where they do not simply follow each other.</summary>
    public int[]? Nodes;

    /// <summary>The number of places.</summary>
    public readonly int SlotCount => Nodes?.Length ?? Stream?.Spec.Tags.Count ?? 0;

    /// <summary>The node of a place.</summary>
    public readonly int GetNode(int slot) => Nodes is null ? FirstNode + slot : Nodes[slot];
}
