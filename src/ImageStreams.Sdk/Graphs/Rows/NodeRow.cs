using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>One node of the graph: its owner, and the heads of its lists of edges.</summary>
internal struct NodeRow
{
    /// <summary>The number that stands for no node, no edge and no object.</summary>
    public const int None = -1;

    /// <summary>The <see cref="KeyHash"/> of a tag's name.</summary>
    public ulong NameHash;

    /// <summary>The row of a tag's stream; for another node, the row of its object.</summary>
    public int Owner;

    /// <summary>
    /// The position of a tag in its <see cref="Listing"/>; for a missing tag, the object that is its name. For an image
    /// outside the streams, 1 when the tags that import it are linked to it.
    /// </summary>
    public int Position;

    /// <summary>The first edge that leads to the node.</summary>
    public int FirstIn;

    /// <summary>The first edge that leads away from the node.</summary>
    public int FirstOut;

    /// <summary>The tag that a tag follows.</summary>
    public int Follows;

    public NodeKind Kind;
    public TagListing Listing;
    public TagState State;

    /// <summary>Creates the row of a tag.</summary>
    public static NodeRow CreateTag(int stream, TagListing listing, int position, ulong nameHash, TagState state) => new()
    {
        Owner = stream,
        Position = position,
        FirstIn = None,
        FirstOut = None,
        Follows = None,
        NameHash = nameHash,
        Listing = listing,
        State = state,
    };

    /// <summary>Creates the row of a node that is not a tag.</summary>
    public static NodeRow Create(NodeKind kind, int subject) =>
        new() { Kind = kind, Owner = subject, FirstIn = None, FirstOut = None, Follows = None };
}
