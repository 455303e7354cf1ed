namespace ImageStreams.Triggers;

/// <summary>The kinds of sources from which a spec tag gets its images.</summary>
internal enum TagSourceKind
{
    /// <summary>Images that are pushed to the tag.</summary>
    Push,

    /// <summary>An image in a registry, which is imported.</summary>
    Import,

    /// <summary>One image by its digest, which never moves.</summary>
    Pinned,

    /// <summary>A pull spec that is passed on and never imported.</summary>
    Reference,

    /// <summary>Another tag, which the tag follows.</summary>
    Tag,

    /// <summary>Something that is neither an image nor a tag.</summary>
    Invalid,
}
