using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>
/// The result of <see cref="TagResolver.Resolve(ImageStream, string)"/>: the image of a tag and the path to it, or the
/// reason why there is none.
/// </summary>
public abstract record TagResolution
{
    private TagResolution()
    {
    }

    /// <summary>The whole path along the spec tags, regardless of the tag that decided.</summary>
    public required TagPath Path { get; init; }

    /// <summary>The tags on the path, the requested tag first; always at least that one.</summary>
    public ValueList<TagHop> Hops => Path.Hops;

    /// <summary>The pull spec and its origin, or the reason why there is none, in one sentence.</summary>
    public string Explanation => ExplanationTexts.Conclusion(this);

    /// <summary>Returns the requested tag and the explanation.</summary>
    public sealed override string ToString() => $"{Hops[0].Name}: {Explanation}";

    /// <summary>The tag has an image.</summary>
    public sealed record Resolved : TagResolution
    {
        /// <summary>
        /// The position on the path of the tag that decided; within one stream always 0, the requested tag.
        /// </summary>
        public int DecidedAt { get; init; }

        /// <summary>The tag that decided.</summary>
        public TagHop DecidedBy => Hops[DecidedAt];

        /// <summary>
        /// The latest event of that tag; where the tag names an image of a stream and has no history, the event that
        /// brought the image into the stream.
        /// </summary>
        public required TagEvent Event { get; init; }

        /// <summary>The pull spec, under the reference policy of the tag that decided.</summary>
        public required string PullSpec { get; init; }

        /// <summary>The effect of that policy.</summary>
        public PullSpecOrigin Origin { get; init; }

        /// <summary>
        /// Gets a value indicating whether the spec tag has changed since the event, so that an import is pending and
        /// this is the last good image.
        /// </summary>
        public bool HasNewer { get; init; }
    }

    /// <summary>
    /// The tag was never pushed to or imported, and no import has failed; or the stream does not have the tag, but a
    /// <c>spec.dockerImageRepository</c> that was never imported, and that may bring it.
    /// </summary>
    public sealed record PendingImport : TagResolution;

    /// <summary>
    /// The last tag of the path has no image yet, and a build pushes it. Only with <see
    /// cref="TagResolverOptions.AcrossStreams"/>, and only for the builds of the <see cref="ImageStreamSet"/>.
    /// </summary>
    public sealed record PendingBuild : TagResolution
    {
        /// <summary>The build configurations that push the tag, as <c>namespace/name</c>, in byte order, without those that are
        /// built from it; never empty.</summary>
        public required ValueList<string> Builds { get; init; }
    }

    /// <summary>The last import failed, and there is no earlier image.</summary>
    public sealed record FailedImport : TagResolution
    {
        /// <summary>The condition that reports the failure.</summary>
        public required TagEventCondition Condition { get; init; }
    }

    /// <summary>The last tag of the path does not exist, or the image that it names.</summary>
    public sealed record NotFound : TagResolution
    {
        /// <summary>The part that does not exist.</summary>
        public MissingPart Missing { get; init; }
    }

    /// <summary>The tags follow each other in a cycle; the last tag of the path is already on it.</summary>
    public sealed record Circular : TagResolution;

    /// <summary>
    /// The last tag of the path follows a tag of another stream, which is followed only with
    /// <see cref="TagResolverOptions.AcrossStreams"/>.
    /// </summary>
    public sealed record CrossStream : TagResolution;

    /// <summary>The <c>from</c> of the last tag of the path is not valid.</summary>
    public sealed record Invalid : TagResolution
    {
        /// <summary>The reason why it is not valid.</summary>
        public required InvalidTagReason Reason { get; init; }

        /// <summary>The reason in one sentence.</summary>
        public required string Message { get; init; }
    }
}
