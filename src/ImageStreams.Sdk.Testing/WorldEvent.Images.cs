using ImageStreams.References;

namespace ImageStreams.Testing;

/// <content>The events of images, registries and tags.</content>
public abstract partial record WorldEvent
{
    /// <summary>An image was pushed to a registry.</summary>
    public sealed record Pushed : WorldEvent
    {
        /// <summary>The image's name.</summary>
        public required string Name { get; init; }

        /// <summary>The image.</summary>
        public required Digest Image { get; init; }

        /// <inheritdoc/>
        public override string Kind => "pushed";

        /// <inheritdoc/>
        public override string Subject => Name;

        /// <inheritdoc/>
        public override string Details => Image.ToString();
    }

    /// <summary>A tag got an image that was imported for it.</summary>
    public sealed record Imported : AboutTag
    {
        /// <summary>The pull spec of the image.</summary>
        public required string PullSpec { get; init; }

        /// <inheritdoc/>
        public override string Kind => "imported";

        /// <inheritdoc/>
        public override string Details => PullSpec;
    }

    /// <summary>A tag got an image that was pushed to it.</summary>
    public sealed record TagPushed : AboutTag
    {
        /// <summary>The pull spec of the image.</summary>
        public required string PullSpec { get; init; }

        /// <inheritdoc/>
        public override string Kind => "tag pushed";

        /// <inheritdoc/>
        public override string Details => PullSpec;
    }

    /// <summary>
    /// A tag got an image that was in a stream already, and stays at it: the tag names the image, or a tag of another stream,
    /// which OpenShift copies once.
    /// </summary>
    public sealed record TagCopied : AboutTag
    {
        /// <summary>The image or tag that was copied; empty when the stream names none.</summary>
        public required string Source { get; init; }

        /// <summary>The pull spec of the image.</summary>
        public required string PullSpec { get; init; }

        /// <inheritdoc/>
        public override string Kind => "tag copied";

        /// <inheritdoc/>
        public override string Details => Source.Length == 0 ? PullSpec : $"{PullSpec}, from {Source}";
    }

    /// <summary>A tag passes on a pull spec that is never imported.</summary>
    public sealed record TagReferenced : AboutTag
    {
        /// <summary>The pull spec.</summary>
        public required string PullSpec { get; init; }

        /// <inheritdoc/>
        public override string Kind => "tag referenced";

        /// <inheritdoc/>
        public override string Details => PullSpec;
    }

    /// <summary>A tag got the image of the tag of its stream that it follows.</summary>
    public sealed record AliasFollowed : AboutTag
    {
        /// <summary>The followed tag.</summary>
        public required string Source { get; init; }

        /// <summary>The pull spec of the image.</summary>
        public required string PullSpec { get; init; }

        /// <inheritdoc/>
        public override string Kind => "alias followed";

        /// <inheritdoc/>
        public override string Details => $"{PullSpec}, like {Source}";
    }

    /// <summary>A tag was removed from its stream.</summary>
    public sealed record TagRemoved : AboutTag
    {
        /// <inheritdoc/>
        public override string Kind => "tag removed";

        /// <inheritdoc/>
        public override string Details => "";
    }

    /// <summary>The image that a tag follows could not be imported; the tag keeps the one it has.</summary>
    public sealed record ImportFailed : AboutTag
    {
        /// <summary>The reason, such as <c>NotFound</c>.</summary>
        public required string Reason { get; init; }

        /// <summary>The message of the failure.</summary>
        public required string Message { get; init; }

        /// <inheritdoc/>
        public override string Kind => "import failed";

        /// <inheritdoc/>
        public override string Details => $"{Reason}: {Message}";
    }

    /// <summary>The image API rejected the import of tags of a stream.</summary>
    public sealed record ImportInvalid : WorldEvent
    {
        /// <summary>The stream.</summary>
        public required ImageStreamName Stream { get; init; }

        /// <summary>The message of the failure.</summary>
        public required string Message { get; init; }

        /// <inheritdoc/>
        public override string Kind => "import refused";

        /// <inheritdoc/>
        public override string Subject => Stream.ToString();

        /// <inheritdoc/>
        public override string Details => Message;
    }

    /// <summary>A fault began or ended.</summary>
    public sealed record FaultChanged : WorldEvent
    {
        /// <summary>The description of the fault.</summary>
        public required string What { get; init; }

        /// <summary>Gets a value indicating whether the fault has ended.</summary>
        public bool IsOver { get; init; }

        /// <inheritdoc/>
        public override string Kind => IsOver ? "fault ended" : "fault began";

        /// <inheritdoc/>
        public override string Subject => What;

        /// <inheritdoc/>
        public override string Details => "";
    }
}
