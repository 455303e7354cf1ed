using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>What <see cref="StreamImages.Resolve"/> answers: the image of a stream that an id means.</summary>
public abstract record StreamImageResult
{
    private StreamImageResult()
    {
    }

    /// <summary>One image of the stream has that id.</summary>
    public sealed record Found : StreamImageResult
    {
        /// <summary>The event that brought the image into the stream.</summary>
        public required TagEvent Event { get; init; }

        /// <summary>The image's name, which is its digest.</summary>
        public string Image => Event.Image;

        /// <summary>A pull spec that gets the image.</summary>
        public string DockerImageReference => Event.DockerImageReference;

        /// <summary>The event by which a tag comes to point to the image.</summary>
        /// <param name="now">The time of the event.</param>
        public TagEvent ToEvent(Timestamp now) =>
            new() { Created = now, DockerImageReference = DockerImageReference, Image = Image };
    }

    /// <summary>No image in the stream's history has that id.</summary>
    public sealed record NotFound : StreamImageResult;

    /// <summary>The id is the beginning of several images.</summary>
    public sealed record Ambiguous : StreamImageResult
    {
        /// <summary>Two of those images, in byte order.</summary>
        public required ValueList<string> Images { get; init; }
    }
}
