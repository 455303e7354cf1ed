using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>Watches streams and the objects that listen to them, and has a target do what triggers ask for.</summary>
/// <remarks>
/// <para>What OpenShift's image trigger controller does: an object is looked at when it appears, when its triggers change,
/// when somebody sets back an image that a trigger had set, and when a stream that it listens to changes. One that has
/// only paused triggers on a stream is looked at too, but nothing is done about it: the reaction says why.</para>
/// <para>Whoever has streams and objects tells it of them (<c>Observe</c>, <c>Remove</c>), and asks it for reactions when
/// they are due. It does no waiting of its own. Telling is safe from many threads; <see cref="ReactAsync"/> is called by
/// one caller at a time.</para>
/// </remarks>
public sealed partial class TriggerController
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TriggerObject, ObservedObject> _objects = [];
    private readonly Dictionary<ImageStreamName, Dictionary<TriggerObject, bool>> _listeners = [];
    private readonly HashSet<TriggerObject> _pausedOnly = [];
    private readonly ITriggerTarget _target;
    private readonly TimeProvider _timeProvider;
    private readonly TriggerFuse? _fuse;
    private readonly LiveTagLookup _tags;
    private readonly TriggerQueue _queue;

    /// <summary>Creates a controller that knows of nothing yet.</summary>
    /// <param name="target">Does what triggers ask for.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <param name="timeProvider">Says when builds start and tries are repeated; the system's clock when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public TriggerController(ITriggerTarget target, TriggerControllerOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        options ??= new TriggerControllerOptions();
        OptionsErrors.ThrowIfAny(options);

        _target = target;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _fuse = options.GetFuse?.Invoke();
        _tags = new LiveTagLookup(options.InternalRegistryHostname);
        _queue = new TriggerQueue(options.RetryDelay, options.MaxRetryDelay);
    }

    /// <summary>What tags point to, by the streams that the controller was told of.</summary>
    public ITagLookup Tags => _tags;

    /// <summary>When <see cref="ReactAsync"/> next has something to do; null when nothing is waiting.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _queue.HasDue ? _timeProvider.GetUtcNow() : _queue.NextRetry;
            }
        }
    }

    /// <summary>Reacts to what is due, one object for each call.</summary>
    /// <param name="cancellationToken">Gives up; what was to be done is still due then.</param>
    /// <returns>What was done, and why; null when nothing is due.</returns>
    /// <remarks>What the target throws comes through, and the object is tried again later.</remarks>
    public async ValueTask<TriggerReaction?> ReactAsync(CancellationToken cancellationToken = default)
    {
        if (Take() is not { } work)
        {
            return null;
        }

        if (work.Evaluation.Action is not { } action)
        {
            return CreateReactionWithoutAction(work);
        }

        if (_fuse?.TryFire(work.Object.Name) == false)
        {
            return new TriggerReaction.Held
            {
                Object = work.Object.Name,
                Causes = work.Causes,
                Triggers = work.Evaluation.Triggers,
                Trip = _fuse.Find(work.Object.Name)!,
            };
        }

        return await RunActionAsync(work, action, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets an object that the fuse holds fire again, and has it looked at.</summary>
    /// <param name="target">The object.</param>
    /// <returns>Whether it was held.</returns>
    public bool Release(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        if (_fuse?.Release(target) != true)
        {
            return false;
        }

        lock (_gate)
        {
            Enqueue(target, TriggerCause.LetGo);
        }

        return true;
    }

    private async ValueTask<TriggerReaction> RunActionAsync(
        WorkItem work, TriggerAction action, CancellationToken cancellationToken)
    {
        TriggerTargetResult? result = null;
        try
        {
            result = await action.RunAsync(_target, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (result is null)
            {
                Postpone(work);
            }
        }

        if (result is not TriggerTargetResult.Accepted)
        {
            return CreatePostponed(work, result);
        }

        RecordSuccess(work, action.ResultingObject);
        return action.Request is { } request
            ? new TriggerReaction.BuildStarted
            {
                Object = work.Object.Name,
                Causes = work.Causes,
                Triggers = work.Evaluation.Triggers,
                Request = request,
            }
            : new TriggerReaction.Updated
            {
                Object = work.Object.Name,
                Causes = work.Causes,
                Triggers = work.Evaluation.Triggers,
            };
    }

    /// <summary>Takes the object that is due next, and decides about it.</summary>
    private WorkItem? Take()
    {
        lock (_gate)
        {
            while (_queue.Take(_timeProvider.GetUtcNow()) is { } due)
            {
                var isPausedOnly = _pausedOnly.Remove(due.Object);
                if (_objects.TryGetValue(due.Object, out var found))
                {
                    var evaluation = found.Evaluate(_tags, Timestamp.Now(_timeProvider));
                    return new WorkItem(found, due.Causes, isPausedOnly ? evaluation with { Action = null } : evaluation);
                }
            }

            return null;
        }
    }

    private TriggerReaction CreateReactionWithoutAction(WorkItem work)
    {
        lock (_gate)
        {
            _queue.ClearFailures(work.Object.Name);
        }

        return work.Evaluation.Invalid is { } invalid
            ? new TriggerReaction.Failed
            {
                Object = work.Object.Name,
                Causes = work.Causes,
                Triggers = work.Evaluation.Triggers,
                Reason = invalid.Reason,
                Message = invalid.Message,
            }
            : new TriggerReaction.Skipped
            {
                Object = work.Object.Name,
                Causes = work.Causes,
                Triggers = work.Evaluation.Triggers,
            };
    }

    private TriggerReaction.Postponed CreatePostponed(WorkItem work, TriggerTargetResult result) => new()
    {
        Object = work.Object.Name,
        Causes = work.Causes,
        Triggers = work.Evaluation.Triggers,
        Result = result,
        RetryAt = Postpone(work),
    };

    private DateTimeOffset Postpone(WorkItem work)
    {
        _fuse?.UndoFiring(work.Object.Name);
        lock (_gate)
        {
            return _queue.AddRetry(work.Object.Name, _timeProvider.GetUtcNow());
        }
    }

    /// <summary>Takes the object to be as the target has stored it, unless somebody has told of a newer one meanwhile.</summary>
    private void RecordSuccess(WorkItem work, ObservedObject after)
    {
        lock (_gate)
        {
            _queue.ClearFailures(work.Object.Name);
            if (_objects.GetValueOrDefault(work.Object.Name) == work.Object)
            {
                Replace(after);
            }
        }
    }

    private sealed record WorkItem(ObservedObject Object, ValueList<TriggerCause> Causes, TriggerEvaluation Evaluation);
}
