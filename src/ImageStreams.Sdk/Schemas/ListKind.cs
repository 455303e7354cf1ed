namespace ImageStreams.Schemas;

/// <summary>The ways in which a list is owned and merged by server-side apply.</summary>
public enum ListKind
{
    /// <summary>The list has one owner, and is replaced as a whole.</summary>
    Atomic,

    /// <summary>Each item has owners of its own; no value occurs twice.</summary>
    Set,

    /// <summary>The items are objects that differ in their keys; each field of an item has owners of its own.</summary>
    Keyed,
}
