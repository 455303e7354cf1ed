using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>The result of <see cref="StreamImages.Resolve"/>: the image of a stream that an id means.</summary>
public abstract record StreamImageResult
{
    private StreamImageResult()
    {
    }

    /// <summary>The result in one sentence.</summary>
    public abstract string Explanation { get; }

    /// <summary>Returns <see cref="Explanation"/>.</summary>
    public sealed override string ToString() => Explanation;

    /// <summary>One image of the stream has that id.</summary>
    public sealed record Found : StreamImageResult
    {
        /// <summary>The event that brought the image into the stream.</summary>
        public required TagEvent Event { get; init; }

        /// <summary>The image's name, which is its digest.</summary>
        public string Image => Event.Image;

        /// <summary>A pull spec of the image.</summary>
        public string DockerImageReference => Event.DockerImageReference;

        /// <inheritdoc/>
        public override string Explanation => $"The id is that of {Image}, pulled from {DockerImageReference}.";

        /// <summary>Creates the event by which a tag moves to the image.</summary>
        /// <param name="now">The time of the event.</param>
        public TagEvent ToEvent(Timestamp now) =>
            new() { Created = now, DockerImageReference = DockerImageReference, Image = Image };
    }

    /// <summary>No image in the stream's history has that id.</summary>
    public sealed record NotFound : StreamImageResult
    {
        /// <inheritdoc/>
        public override string Explanation => "No tag of the stream has ever pointed to an image with that id.";
    }

    /// <summary>The id is the beginning of several images.</summary>
    public sealed record Ambiguous : StreamImageResult
    {
        /// <summary>Two of those images, in byte order.</summary>
        public required ValueList<string> Images { get; init; }

        /// <inheritdoc/>
        public override string Explanation =>
            $"The id is the beginning of several images, such as {string.Join(" and ", Images)}.";
    }
}
