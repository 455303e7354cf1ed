using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>An object that was taken from the queue, with its causes and its evaluated triggers.</summary>
internal sealed record TriggerWork(
    ObservedObject Object, ValueList<TriggerCause> Causes, TriggerEvaluation Evaluation)
{
    public TriggerObject Name => Object.Name;

    /// <summary>Gets a value indicating whether the triggers fire, but were evaluated only to explain paused ones.</summary>
    public bool IsOnlyExplained { get; init; }

    /// <summary>Creates the reaction when there was nothing to do, or the target has done it.</summary>
    public TriggerReaction ToReaction()
    {
        if (Evaluation.Invalid is { } invalid)
        {
            return ToFailed(invalid);
        }

        if (Evaluation.Action is not { } action)
        {
            return new TriggerReaction.Skipped { Object = Name, Causes = Causes, Triggers = Evaluation.Triggers };
        }

        return action.Request is { } request
            ? ToBuildStarted(request)
            : new TriggerReaction.Updated { Object = Name, Causes = Causes, Triggers = Evaluation.Triggers };
    }

    /// <summary>Creates the reaction when the fuse holds the object.</summary>
    public TriggerReaction.Held ToHeld(TriggerFuseTrip trip) => new()
    {
        Object = Name,
        Causes = Causes,
        Triggers = Evaluation.Triggers,
        Trip = trip,
    };

    /// <summary>Creates the reaction when the object has to wait.</summary>
    public TriggerReaction.Delayed ToDelayed(TriggerDelay delay) => new()
    {
        Object = Name,
        Causes = Causes,
        Triggers = Evaluation.Triggers,
        Delay = delay,
    };

    /// <summary>Creates the reaction when too many builds run.</summary>
    public TriggerReaction.Waiting ToWaiting(int maxRunningBuilds) => new()
    {
        Object = Name,
        Causes = Causes,
        Triggers = Evaluation.Triggers,
        MaxRunningBuilds = maxRunningBuilds,
    };

    /// <summary>Creates the reaction when the target has not done it.</summary>
    public TriggerReaction.Postponed ToPostponed(TriggerTargetResult result, DateTimeOffset retryAt) => new()
    {
        Object = Name,
        Causes = Causes,
        Triggers = Evaluation.Triggers,
        Result = result,
        RetryAt = retryAt,
    };

    private TriggerReaction.Failed ToFailed(WorkloadTriggerResult.Invalid invalid) => new()
    {
        Object = Name,
        Causes = Causes,
        Triggers = Evaluation.Triggers,
        Reason = invalid.Reason,
        Message = invalid.Message,
    };

    private TriggerReaction.BuildStarted ToBuildStarted(BuildRequest request) => new()
    {
        Object = Name,
        Causes = Causes,
        Triggers = Evaluation.Triggers,
        Request = request,
    };
}
