namespace ImageStreams.Graphs;

/// <summary>One stream of the graph, and the nodes of its tags.</summary>
/// <remarks>
/// Each tag has a slot: that of its spec tag or, after those, that of its history. Usually the nodes of the spec tags follow
/// each other and no tag is in the status only; then <see cref="Nodes"/> is null.
/// </remarks>
internal struct StreamRow
{
    /// <summary>The stream; null when a reference names it and the graph does not have it.</summary>
    public ImageStream? Stream;

    public string Namespace;
    public string Name;

    /// <summary>The node of the first spec tag when <see cref="Nodes"/> is null.</summary>
    public int FirstNode;

    /// <summary>The node of each slot when the nodes do not simply follow each other.</summary>
    public int[]? Nodes;

    /// <summary>The number of slots.</summary>
    public readonly int SlotCount => Nodes?.Length ?? Stream?.Spec.Tags.Count ?? 0;

    /// <summary>Gets the node of a slot.</summary>
    public readonly int GetNode(int slot) => Nodes is null ? FirstNode + slot : Nodes[slot];
}
