using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>One node of the graph; whom it belongs to, and the beginnings of its lists of edges.</summary>
internal struct NodeRow
{
    /// <summary>Stands for no node, no edge and no object.</summary>
    public const int None = -1;

    /// <summary>The <see cref="KeyHash"/> of a tag.</summary>
    public ulong NameHash;

    /// <summary>The row of a tag's stream; of another node the object that it stands for.</summary>
    public int Owner;

    /// <summary>Where a tag stands in its <see cref="Listing"/>; of a missing one the object that is its name.
    /// Of an image outside of the streams 1 where tags that import it are linked to it.</summary>
    public int Position;

    /// <summary>The first edge that leads here.</summary>
    public int FirstIn;

    /// <summary>The first edge that leads away.</summary>
    public int FirstOut;

    /// <summary>The tag that a tag follows.</summary>
    public int Follows;

    public NodeKind Kind;
    public TagListing Listing;
    public TagState State;

    /// <summary>A tag.</summary>
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

    /// <summary>Anything else.</summary>
    public static NodeRow Create(NodeKind kind, int subject) =>
        new() { Kind = kind, Owner = subject, FirstIn = None, FirstOut = None, Follows = None };
}
