using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The reaction of a <see cref="TriggerController"/> to one object.</summary>
public abstract record TriggerReaction : TriggerResult<TriggerOutcome>
{
    private TriggerReaction()
    {
    }

    /// <summary>The object.</summary>
    public required TriggerObject Object { get; init; }

    /// <summary>The causes for which its triggers were evaluated, in the order in which they came up.</summary>
    public required ValueList<TriggerCause> Causes { get; init; }

    private protected sealed override string Label => $"{Object} {GetType().Name}";

    /// <summary>A build was started.</summary>
    public sealed record BuildStarted : TriggerReaction
    {
        /// <summary>The request for the build, with its causes.</summary>
        public required BuildRequest Request { get; init; }
    }

    /// <summary>The object was stored with its new images.</summary>
    public sealed record Updated : TriggerReaction;

    /// <summary>Nothing was required or allowed; the outcomes of the triggers explain why.</summary>
    public sealed record Skipped : TriggerReaction;

    /// <summary>The object, its annotation or one of its triggers is invalid, so nothing in it may change.</summary>
    public sealed record Failed : TriggerReaction
    {
        /// <summary>The reason.</summary>
        public required InvalidTriggerReason Reason { get; init; }

        /// <summary>The reason in one sentence.</summary>
        public required string Message { get; init; }

        /// <inheritdoc cref="Message"/>
        public override string Explanation => Message;
    }

    /// <summary>The target did not start the build or store the object; it is retried.</summary>
    public sealed record Postponed : TriggerReaction
    {
        /// <summary>The result that the target reported.</summary>
        public required TriggerTargetResult Result { get; init; }

        /// <summary>The time of the retry, unless the object is due earlier for another cause.</summary>
        public required DateTimeOffset RetryAt { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Result is TriggerTargetResult.Refused refused
            ? refused.Message
            : $"{Object} was changed by someone else.";
    }

    /// <summary>A build is required, but as many builds run as are allowed; it is required again when one has ended.</summary>
    public sealed record Waiting : TriggerReaction
    {
        /// <summary>The highest number of builds at a time.</summary>
        public required int MaxRunningBuilds { get; init; }

        /// <inheritdoc/>
        public override string Explanation =>
            $"{Quantity.Format(MaxRunningBuilds, "build")} may run at a time; {Object} waits until one has ended.";
    }

    /// <summary>The triggers fire, but the fuse holds the object.</summary>
    public sealed record Held : TriggerReaction
    {
        /// <summary>The trip of the fuse.</summary>
        public required TriggerFuseTrip Trip { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Trip.Explanation;
    }

    /// <summary>The triggers fire, but the reaction has to wait; the triggers are evaluated again then.</summary>
    public sealed record Delayed : TriggerReaction
    {
        /// <summary>The reason, with the time at which the wait ends.</summary>
        public required TriggerDelay Delay { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Delay.Explanation;
    }
}
