using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>What became of a wish to create or change a stream.</summary>
public abstract record StreamChangeResult
{
    private StreamChangeResult()
    {
    }

    /// <summary>The streams whose images the change needed leave to read, sorted.</summary>
    public ValueList<ImageStreamName> AccessReviews { get; init; }

    /// <summary>The change is allowed.</summary>
    public sealed record Accepted : StreamChangeResult
    {
        /// <summary>The stream as it is to be kept.</summary>
        public required ImageStream Stream { get; init; }

        /// <summary>
        /// The rings of tags that follow each other within the stream, each as its tags from the first in byte order
        /// back to itself. OpenShift accepts them and says nothing; none of their tags can ever resolve by itself.
        /// </summary>
        public ValueList<ValueList<string>> Cycles { get; init; }
    }

    /// <summary>The change is refused.</summary>
    public sealed record Rejected : StreamChangeResult
    {
        /// <summary>Everything that is wrong with it.</summary>
        public required ValueList<FieldError> Errors { get; init; }
    }
}
