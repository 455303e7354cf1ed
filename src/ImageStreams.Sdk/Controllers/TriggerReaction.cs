using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>What a <see cref="TriggerController"/> did about one object, and why.</summary>
public abstract record TriggerReaction
{
    private TriggerReaction()
    {
    }

    /// <summary>The object.</summary>
    public required TriggerObject Object { get; init; }

    /// <summary>Why it was looked at, in the order in which that came up.</summary>
    public required ValueList<TriggerCause> Causes { get; init; }

    /// <summary>What became of each trigger; empty where they could not be read.</summary>
    public required ValueList<TriggerOutcome> Triggers { get; init; }

    /// <summary>The reaction in a sentence for each trigger, those that fire first.</summary>
    public virtual string Explanation => Triggers.IsEmpty
        ? "No trigger listens to an image."
        : string.Join(' ', Triggers.OrderBy(trigger => trigger.Status != TriggerStatus.Fires).Select(t => t.Explanation));

    /// <summary>A build was started.</summary>
    public sealed record BuildStarted : TriggerReaction
    {
        /// <summary>What was asked for.</summary>
        public required BuildRequest Request { get; init; }
    }

    /// <summary>The object was stored with other images.</summary>
    public sealed record Updated : TriggerReaction;

    /// <summary>There was nothing to do, or nothing that may be done; the triggers say why.</summary>
    public sealed record Skipped : TriggerReaction;

    /// <summary>The object or one of its triggers is mistaken, so nothing of it may change.</summary>
    public sealed record Failed : TriggerReaction
    {
        /// <summary>The mistake.</summary>
        public required InvalidTriggerReason Reason { get; init; }

        /// <summary>The mistake in a sentence.</summary>
        public required string Message { get; init; }

        /// <inheritdoc cref="Message"/>
        public override string Explanation => Message;
    }

    /// <summary>What the triggers ask for was not done; it is tried again.</summary>
    public sealed record Postponed : TriggerReaction
    {
        /// <summary>What the target answered.</summary>
        public required TriggerTargetResult Result { get; init; }

        /// <summary>When it is tried again, if nothing changes before.</summary>
        public required DateTimeOffset RetryAt { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Result is TriggerTargetResult.Refused refused
            ? refused.Message
            : $"{Object} was changed by someone else.";
    }

    /// <summary>The triggers fire, but the fuse holds the object.</summary>
    public sealed record Held : TriggerReaction
    {
        /// <summary>Why it is held.</summary>
        public required TriggerFuseTrip Trip { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Trip.Explanation;
    }
}
