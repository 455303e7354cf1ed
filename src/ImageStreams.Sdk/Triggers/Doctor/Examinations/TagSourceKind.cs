namespace ImageStreams.Triggers;

/// <summary>What a tag that follows no other one is made of.</summary>
internal enum TagSourceKind
{
    /// <summary>What is pushed to it.</summary>
    Pushes,

    /// <summary>An image in a registry, which is imported again to see whether it has moved.</summary>
    Import,

    /// <summary>One image, by its digest: it never moves.</summary>
    Pinned,

    /// <summary>A pull spec that is passed on and never imported.</summary>
    Reference,

    /// <summary>A tag, which moves when that does.</summary>
    Tag,

    /// <summary>Nothing that could be an image.</summary>
    Invalid,
}
