using System.Diagnostics;
using ImageStreams.Diagnostics;
using ImageStreams.Triggers;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Controllers;

/// <summary>The telemetry of one reaction: an activity, its duration, counts, and a line in the log.</summary>
internal sealed class TriggerTelemetry : IDisposable
{
    private const string TargetFailed = "TargetFailed";
    private const string Canceled = "Canceled";

    private readonly ILogger _logger;
    private readonly TriggerObject _object;
    private readonly Activity? _activity;
    private readonly long _started = Stopwatch.GetTimestamp();

    public TriggerTelemetry(ILogger logger, TriggerObject target)
    {
        _logger = logger;
        _object = target;
        _activity = ImageStreamsTelemetry.Activities.HasListeners() ? Start() : null;
    }

    /// <summary>Reports a reaction.</summary>
    public void End(TriggerReaction reaction)
    {
        Log(reaction);
        Count(reaction);
        Record(GetOutcome(reaction), GetError(reaction));
    }

    /// <summary>Reports that the target threw an exception.</summary>
    public void Fail(Exception exception)
    {
        var error = exception.GetType().Name;
        var isCanceled = exception is OperationCanceledException;
        if (!isCanceled)
        {
            _logger.TargetFailed(_object.Kind, _object.Namespace, _object.Name, error);
        }

        Record(isCanceled ? Canceled : TargetFailed, error);
    }

    public void Dispose() => _activity?.Dispose();

    private Activity? Start() => ImageStreamsTelemetry.Activities.StartActivity(
        "trigger",
        ActivityKind.Internal,
        default(ActivityContext),
        [
            new(TelemetryAttributes.ObjectKind, _object.Kind),
            new(TelemetryAttributes.ObjectNamespace, _object.Namespace),
            new(TelemetryAttributes.ObjectName, _object.Name),
        ]);

    private void Record(string outcome, string? error)
    {
        _activity?.SetTag(TelemetryAttributes.TriggerOutcome, outcome);
        if (error is not null)
        {
            _activity?.SetStatus(ActivityStatusCode.Error).SetTag(TelemetryAttributes.ErrorType, error);
        }

        if (ImageStreamsTelemetry.ReactionDuration.Enabled)
        {
            ImageStreamsTelemetry.ReactionDuration.Record(
                Stopwatch.GetElapsedTime(_started).TotalSeconds,
                new(TelemetryAttributes.ObjectKind, _object.Kind),
                new(TelemetryAttributes.TriggerOutcome, outcome),
                new(TelemetryAttributes.ErrorType, error));
        }
    }

    private void Count(TriggerReaction reaction)
    {
        var kind = new KeyValuePair<string, object?>(TelemetryAttributes.ObjectKind, _object.Kind);
        switch (reaction)
        {
            case TriggerReaction.BuildStarted:
                ImageStreamsTelemetry.StartedBuilds.Add(1, kind);
                break;
            case TriggerReaction.Updated:
                ImageStreamsTelemetry.Rollouts.Add(1, kind);
                break;
            case TriggerReaction.Held:
                ImageStreamsTelemetry.HeldReactions.Add(1, kind);
                break;
        }
    }

    private void Log(TriggerReaction reaction)
    {
        var (kind, ns, name) = (_object.Kind, _object.Namespace, _object.Name);
        switch (reaction)
        {
            case TriggerReaction.BuildStarted started:
                _logger.BuildStarted(kind, ns, name, started.Request.TriggeredByImage?.Name);
                break;
            case TriggerReaction.Updated:
                _logger.Updated(kind, ns, name, reaction.Explanation);
                break;
            case TriggerReaction.Failed failed:
                _logger.Invalid(kind, ns, name, failed.Reason.ToString(), failed.Message);
                break;
            case TriggerReaction.Postponed postponed:
                _logger.Postponed(kind, ns, name, postponed.RetryAt, postponed.Explanation);
                break;
            case TriggerReaction.Held:
                _logger.Held(kind, ns, name, reaction.Explanation);
                break;
            case TriggerReaction.Waiting:
                _logger.Waiting(kind, ns, name, reaction.Explanation);
                break;
            case TriggerReaction.Delayed:
                _logger.Delayed(kind, ns, name, reaction.Explanation);
                break;
            case var skipped when _logger.IsEnabled(LogLevel.Debug):
                _logger.Skipped(kind, ns, name, skipped.Explanation);
                break;
        }
    }

    private static string GetOutcome(TriggerReaction reaction) => reaction switch
    {
        TriggerReaction.BuildStarted => nameof(TriggerReaction.BuildStarted),
        TriggerReaction.Updated => nameof(TriggerReaction.Updated),
        TriggerReaction.Failed => nameof(TriggerReaction.Failed),
        TriggerReaction.Postponed => nameof(TriggerReaction.Postponed),
        TriggerReaction.Held => nameof(TriggerReaction.Held),
        TriggerReaction.Waiting => nameof(TriggerReaction.Waiting),
        TriggerReaction.Delayed => nameof(TriggerReaction.Delayed),
        _ => nameof(TriggerReaction.Skipped),
    };

    private static string? GetError(TriggerReaction reaction) => reaction switch
    {
        TriggerReaction.Failed failed => failed.Reason.ToString(),
        TriggerReaction.Postponed { Result: TriggerTargetResult.Refused } => nameof(TriggerTargetResult.Refused),
        _ => null,
    };
}
