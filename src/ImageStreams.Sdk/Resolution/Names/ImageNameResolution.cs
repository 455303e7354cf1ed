using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>The result of <see cref="ImageNameResolver"/>: the image that a name means, or the reason why there is
/// none.</summary>
public abstract record ImageNameResolution
{
    /// <summary>The maximum number of characters of a name in a sentence.</summary>
    private const int MaxExcerpt = 128;

    private ImageNameResolution()
    {
    }

    /// <summary>The requested name.</summary>
    public required string Name { get; init; }

    /// <summary>The result in one sentence.</summary>
    public abstract string Explanation { get; }

    /// <summary>The name, escaped and cut for a sentence.</summary>
    private protected string PrintableName => PrintableText.Escape(Name, MaxExcerpt);

    /// <summary>Returns <see cref="Explanation"/>.</summary>
    public sealed override string ToString() => Explanation;

    /// <summary>The name means an image.</summary>
    public sealed record Resolved : ImageNameResolution
    {
        /// <summary>The pull spec.</summary>
        public required string PullSpec { get; init; }

        /// <summary>The image's name, which is its digest.</summary>
        public required string Image { get; init; }

        /// <summary>The stream that leads to the image; null for a pull spec by digest, which needs none.</summary>
        public ImageStreamName? Stream { get; init; }

        /// <summary>
        /// Gets a value indicating whether the name is that of a stream in the namespace; workloads with that name are rewritten.
        /// </summary>
        public bool IsLocalName { get; init; }

        /// <summary>Gets a value indicating whether the image is in the integrated registry.</summary>
        public bool IsIntegrated { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Stream is null
            ? $"{PrintableName} names the image {Image}."
            : $"{PrintableName} leads through the stream {Stream} to {PullSpec}.";
    }

    /// <summary>
    /// The tag has no image, but the lookup policy of its stream is local: the name means the pull spec of a push to the
    /// tag.
    /// </summary>
    /// <remarks>A pod then waits for that image instead of pulling one of the same name from another registry.</remarks>
    public sealed record EmptyTag : ImageNameResolution
    {
        /// <summary>The stream's repository with the tag.</summary>
        public required string PullSpec { get; init; }

        /// <summary>The tag.</summary>
        public required ImageStreamTagName Tag { get; init; }

        /// <summary>Gets a value indicating whether the name has the integrated registry, or is a tag by kind, and is
        /// not bare.</summary>
        public bool IsIntegrated { get; init; }

        /// <inheritdoc/>
        public override string Explanation =>
            $"{PrintableName} means the tag {Tag}, which has no image; its stream resolves names, so it stands for {PullSpec}.";
    }

    /// <summary>A stream, tag or image that the name leads to does not exist.</summary>
    public sealed record NotFound : ImageNameResolution
    {
        /// <summary>The kind of the missing object: a stream, a tag or image of one, or an <c>Image</c>.</summary>
        public required string Kind { get; init; }

        /// <summary>The name of the missing object, with its namespace if it has one.</summary>
        public required string Missing { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Kind switch
        {
            ReferenceKinds.ImageStream => $"{PrintableName} would be in the stream {Missing}, which does not exist.",
            ReferenceKinds.ImageStreamTag => $"{PrintableName} means the tag {Missing}, which has no image.",
            ReferenceKinds.ImageStreamImage =>
                $"{PrintableName} means the image {Missing}, which is not in the stream's history.",
            _ => $"{PrintableName} means the image {Missing}, of which there is no object.",
        };
    }

    /// <summary>The tag exists, but the lookup policy of its stream is not local.</summary>
    public sealed record NotLocal : ImageNameResolution
    {
        /// <summary>The tag.</summary>
        public required ImageStreamTagName Tag { get; init; }

        /// <inheritdoc/>
        public override string Explanation =>
            $"{PrintableName} would be the tag {Tag}, but the spec.lookupPolicy.local of its stream is false.";
    }

    /// <summary>The name has a registry or a namespace, so it cannot be the name of a stream.</summary>
    public sealed record Elsewhere : ImageNameResolution
    {
        /// <inheritdoc/>
        public override string Explanation =>
            $"{PrintableName} is not in the integrated registry and more than the name of a stream, so it is pulled as it is.";
    }

    /// <summary>The name could not be looked up.</summary>
    public sealed record Malformed : ImageNameResolution
    {
        /// <summary>The reason.</summary>
        public required MalformedNameReason Reason { get; init; }

        /// <summary>The invalid text: the name, a pull spec that is recorded for it, or the kind.</summary>
        public required string Value { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Reason switch
        {
            MalformedNameReason.InvalidReference when Value != Name =>
                $"{PrintableName} leads to the pull spec '{PrintableValue}', which is not a valid reference.",
            MalformedNameReason.InvalidReference => $"'{PrintableValue}' is not a valid pull spec.",
            MalformedNameReason.InvalidName =>
                $"'{PrintableValue}' must be stream:tag, or stream@image for an image of a stream.",
            MalformedNameReason.BadRequest =>
                $"'{PrintableValue}' must have one stream and one tag or image, and neither may be empty.",
            _ => $"A reference of the kind '{PrintableValue}' does not mean an image.",
        };

        private string PrintableValue => PrintableText.Escape(Value, MaxExcerpt);
    }
}
