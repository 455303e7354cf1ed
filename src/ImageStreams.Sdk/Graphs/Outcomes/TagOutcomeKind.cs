namespace ImageStreams.Graphs;

/// <summary>
/// The kinds of outcomes of resolving a tag across streams: the cases of <see cref="Resolution.TagResolution"/>.
/// </summary>
public enum TagOutcomeKind
{
    /// <summary>The tag has an image, that of the nearest tag on its path whose history has one.</summary>
    Resolved,

    /// <summary>
    /// The last tag on the path was never imported or pushed, and no import has failed; or the repository that its stream
    /// imports as a whole may bring it.
    /// </summary>
    PendingImport,

    /// <summary>The last tag on the path has no image yet, and a build pushes it.</summary>
    PendingBuild,

    /// <summary>The import of the last tag on the path failed.</summary>
    FailedImport,

    /// <summary>The path ends at a tag, a stream or an image that does not exist.</summary>
    NotFound,

    /// <summary>The path ends in a cycle of tags, none of which has an image.</summary>
    Circular,

    /// <summary>The <c>from</c> of the last tag on the path is not a valid reference.</summary>
    Invalid,
}
