namespace ImageStreams.Graphs;

/// <summary>Where a tag leads across streams: the cases of <see cref="Resolution.TagResolution"/> in short.</summary>
public enum TagOutcomeKind
{
    /// <summary>To an image: that of the nearest tag on the way whose history has one.</summary>
    Resolved,

    /// <summary>To a tag that was never imported or pushed, and nothing says that it failed.</summary>
    PendingImport,

    /// <summary>To a tag whose import failed.</summary>
    FailedImport,

    /// <summary>To a tag, a stream or an image that does not exist.</summary>
    NotFound,

    /// <summary>Round in a ring of tags, none of which has an image.</summary>
    Circular,

    /// <summary>To a tag that is to follow something that is no reference.</summary>
    Invalid,
}
