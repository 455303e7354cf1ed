namespace ImageStreams.Collections;

/// <summary>Facts that were found to hold for every item of a <see cref="KeyedNode{T}"/>.</summary>
/// <remarks>
/// Items are immutable, so that a fact that depends on them alone holds forever, and lists that share a node share the fact.
/// </remarks>
[Flags]
internal enum ItemMarks
{
    /// <summary>Nothing was found yet.</summary>
    None = 0,

    /// <summary>The keys ascend in the order of their UTF-8 bytes, each once.</summary>
    Strict = 1 << 0,

    /// <summary>The keys do not ascend, or one occurs twice.</summary>
    NotStrict = 1 << 1,

    /// <summary>Defaults are filled in.</summary>
    HasDefaults = 1 << 2,

    /// <summary>The form in which the API server stores items.</summary>
    Normal = 1 << 3,

    /// <summary>Nothing is wrong with the item itself; its registry may still be refused.</summary>
    Valid = 1 << 4,

    /// <summary>The generation is neither missing nor 0.</summary>
    HasGeneration = 1 << 5,

    /// <summary>The generation is not 0.</summary>
    HasNoRequest = 1 << 6,

    /// <summary>The tag follows no other tag.</summary>
    FollowsNoTag = 1 << 7,

    /// <summary>The history has an event or a condition.</summary>
    HasHistory = 1 << 8,

    /// <summary>The latest event has a generation, or there is none.</summary>
    IsObserved = 1 << 9,

    /// <summary>The mask of the node's links is computed.</summary>
    IsLinked = 1 << 10,
}
