using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>
/// What <see cref="TagResolver.Resolve"/> answers: the image a tag stands for and the way there, or why none.
/// </summary>
public abstract record TagResolution
{
    private TagResolution()
    {
    }

    /// <summary>The tags on the way, the one asked for first; always at least that one.</summary>
    public required ValueList<TagHop> Path { get; init; }

    /// <summary>The tag stands for an image.</summary>
    public sealed record Resolved : TagResolution
    {
        /// <summary>The newest event in the history of the tag that was asked for.</summary>
        public required TagEvent Event { get; init; }

        /// <summary>What to pull, under the reference policy of the tag that was asked for.</summary>
        public required string PullSpec { get; init; }

        /// <summary>Whether the wish of the tag has changed since the event, so that an import is due.</summary>
        public bool HasNewer { get; init; }
    }

    /// <summary>The tag was never imported, and nothing says that it failed.</summary>
    public sealed record PendingImport : TagResolution;

    /// <summary>The last import failed, and there is no earlier image.</summary>
    public sealed record FailedImport : TagResolution
    {
        /// <summary>What went wrong.</summary>
        public required TagEventCondition Condition { get; init; }
    }

    /// <summary>The last tag of the way does not exist.</summary>
    public sealed record NotFound : TagResolution;

    /// <summary>The tags follow each other in a ring; the last tag of the way is on it already.</summary>
    public sealed record Circular : TagResolution;

    /// <summary>The last tag of the way follows a tag of another stream, which OpenShift does not follow.</summary>
    public sealed record CrossStream : TagResolution;
}
