using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>The result of <see cref="StreamLifecycle"/>: the stream after a change, or the errors.</summary>
public abstract record StreamChangeResult
{
    private StreamChangeResult()
    {
    }

    /// <summary>The streams for which an access review was needed, sorted.</summary>
    public ValueList<ImageStreamName> AccessReviews { get; init; }

    /// <summary>The result in a sentence.</summary>
    public abstract string Explanation { get; }

    /// <summary>Returns the explanation.</summary>
    public sealed override string ToString() => Explanation;

    /// <summary>The change is accepted.</summary>
    public sealed record Accepted : StreamChangeResult
    {
        /// <summary>The stream after the change.</summary>
        public required ImageStream Stream { get; init; }

        /// <summary>
        /// The cycles of tags that follow each other within the stream, each from its first tag in byte order back to
        /// itself. OpenShift accepts them without a warning; none of their tags can resolve unless an image is pushed to it.
        /// </summary>
        /// <remarks>Searched for with each call, in time linear in the stream.</remarks>
        public ValueList<ValueList<string>> Cycles => TrackingTags.FindCycles(Stream);

        /// <inheritdoc/>
        public override string Explanation => Cycles is { IsEmpty: false } cycles
            ? $"The change is accepted: {Stream}, with {Quantity.Format(cycles.Count, "cycle")} of tags."
            : $"The change is accepted: {Stream}.";
    }

    /// <summary>The change is rejected.</summary>
    public sealed record Rejected : StreamChangeResult
    {
        /// <summary>The errors.</summary>
        public required ValueList<FieldError> Errors { get; init; }

        /// <inheritdoc/>
        public override string Explanation => $"The change is rejected: {string.Join("; ", Errors)}";
    }
}
