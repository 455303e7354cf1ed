using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>
/// What <see cref="TagResolver.Resolve(ImageStream, string)"/> answers: the image a tag stands for and the way there, or
/// why none.
/// </summary>
public abstract record TagResolution
{
    private TagResolution()
    {
    }

    /// <summary>The way along the wishes, to its end, whichever tag decided.</summary>
    public required TagPath Path { get; init; }

    /// <summary>The tags on the way, the one asked for first; always at least that one.</summary>
    public ValueList<TagHop> Hops => Path.Hops;

    /// <summary>The tag stands for an image.</summary>
    public sealed record Resolved : TagResolution
    {
        /// <summary>
        /// The position on the way of the tag that decided; 0, the tag that was asked for, within one stream.
        /// </summary>
        public int DecidedAt { get; init; }

        /// <summary>The tag that decided.</summary>
        public TagHop DecidedBy => Hops[DecidedAt];

        /// <summary>
        /// The newest event in the history of that tag; the event that brought the image where the tag names an image of
        /// a stream and has no history itself.
        /// </summary>
        public required TagEvent Event { get; init; }

        /// <summary>What to pull, under the reference policy of the tag that decided.</summary>
        public required string PullSpec { get; init; }

        /// <summary>What that policy came to.</summary>
        public PullSpecOrigin Origin { get; init; }

        /// <summary>
        /// Indicates whether the wish of the tag that decided has changed since the event, so that an import is due.
        /// </summary>
        public bool HasNewer { get; init; }
    }

    /// <summary>The tag was never pushed to or imported, and nothing says that it failed.</summary>
    public sealed record PendingImport : TagResolution;

    /// <summary>The last import failed, and there is no earlier image.</summary>
    public sealed record FailedImport : TagResolution
    {
        /// <summary>What went wrong.</summary>
        public required TagEventCondition Condition { get; init; }
    }

    /// <summary>The last tag of the way does not exist, or the image that it names.</summary>
    public sealed record NotFound : TagResolution
    {
        /// <summary>What does not exist.</summary>
        public MissingPart Missing { get; init; }
    }

    /// <summary>The tags follow each other in a ring; the last tag of the way is on it already.</summary>
    public sealed record Circular : TagResolution;

    /// <summary>
    /// The last tag of the way follows a tag of another stream, which is not followed unless <see
    /// cref="TagResolverOptions.AcrossStreams"/> says so.
    /// </summary>
    public sealed record CrossStream : TagResolution;

    /// <summary>What the last tag of the way is to follow makes no sense.</summary>
    public sealed record Invalid : TagResolution
    {
        /// <summary>What is wrong.</summary>
        public required InvalidTagReason Reason { get; init; }

        /// <summary>What is wrong, in a sentence.</summary>
        public required string Message { get; init; }
    }
}
