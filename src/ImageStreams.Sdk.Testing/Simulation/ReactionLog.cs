using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Testing.Simulation;

/// <summary>Logs the reactions of objects to changes, without repeating that a trigger has no effect.</summary>
internal sealed class ReactionLog(WorldLog log, StreamTracker streams)
{
    private readonly Dictionary<(TriggerObject Object, int Trigger), string> _logged = [];
    private readonly HashSet<TriggerObject> _fused = [];

    public void Add(TriggerReaction reaction)
    {
        switch (reaction)
        {
            case TriggerReaction.Held fused when _fused.Add(fused.Object):
                log.Add(new WorldEvent.FuseOpened { Trip = fused.Trip });
                break;
            case TriggerReaction.Postponed postponed:
                log.Add(new WorldEvent.Postponed { Object = postponed.Object, Reason = postponed.Explanation });
                break;
            case TriggerReaction.Waiting or TriggerReaction.Delayed:
                log.Add(new WorldEvent.Postponed { Object = reaction.Object, Reason = reaction.Explanation });
                break;
            case TriggerReaction.Failed mistaken:
                Skip(mistaken.Object, trigger: -1, status: null, mistaken.Message, isChanged: false);
                break;
            case TriggerReaction.Skipped or TriggerReaction.BuildStarted or TriggerReaction.Updated:
                AddTriggers(reaction);
                break;
        }
    }

    /// <summary>Logs that the fuse released an object.</summary>
    public void Release(TriggerObject target)
    {
        _fused.Remove(target);
        log.Add(new WorldEvent.FuseReleased { Object = target });
    }

    private void AddTriggers(TriggerReaction reaction)
    {
        for (var i = 0; i < reaction.Triggers.Count; i++)
        {
            var trigger = reaction.Triggers[i];
            if (trigger.Status is TriggerStatus.Fires or TriggerStatus.Unchanged)
            {
                _logged.Remove((reaction.Object, i));
                continue;
            }

            Skip(reaction.Object, i, trigger.Status, trigger.Explanation, HasMoved(trigger.Tag, reaction.Object));
        }
    }

    /// <summary>Logs the reason why a trigger has no effect: once, and again whenever its tag has moved.</summary>
    private void Skip(TriggerObject target, int trigger, TriggerStatus? status, string reason, bool isChanged)
    {
        if (isChanged || _logged.GetValueOrDefault((target, trigger)) != reason)
        {
            _logged[(target, trigger)] = reason;
            log.Add(new WorldEvent.Skipped { Object = target, Status = status, Reason = reason });
        }
    }

    private bool HasMoved(ImageStreamTagName? tag, TriggerObject target) => tag is not null
        && streams.HasMoved(tag.Namespace.Length == 0 ? tag.WithNamespace(target.Namespace) : tag);
}
