using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Testing.Simulation;

/// <summary>Logs how objects react to changes, but not again and again that nothing is to be done.</summary>
internal sealed class ReactionLog(WorldLog log, StreamNewsDesk streams)
{
    private readonly Dictionary<(TriggerObject Object, int Trigger), string> _said = [];
    private readonly HashSet<TriggerObject> _held = [];

    public void Add(TriggerReaction reaction)
    {
        switch (reaction)
        {
            case TriggerReaction.Held held when _held.Add(held.Object):
                log.Add(new WorldEvent.FuseOpened { Trip = held.Trip });
                break;
            case TriggerReaction.Postponed postponed:
                log.Add(new WorldEvent.Postponed { Object = postponed.Object, Why = postponed.Explanation });
                break;
            case TriggerReaction.Mistaken mistaken:
                Skip(mistaken.Object, trigger: -1, verdict: null, mistaken.Message, isNews: false);
                break;
            case TriggerReaction.Skipped or TriggerReaction.BuildStarted or TriggerReaction.Updated:
                AddTriggers(reaction);
                break;
        }
    }

    /// <summary>Logs that the fuse let an object go.</summary>
    public void Release(TriggerObject target)
    {
        _held.Remove(target);
        log.Add(new WorldEvent.FuseReleased { Object = target });
    }

    private void AddTriggers(TriggerReaction reaction)
    {
        for (var i = 0; i < reaction.Triggers.Count; i++)
        {
            var trigger = reaction.Triggers[i];
            if (trigger.Verdict is TriggerVerdict.Fires or TriggerVerdict.Unchanged)
            {
                _said.Remove((reaction.Object, i));
                continue;
            }

            Skip(reaction.Object, i, trigger.Verdict, trigger.Explanation, HasMoved(trigger.Tag, reaction.Object));
        }
    }

    /// <summary>Says why a trigger does nothing: once, and again whenever its tag has moved.</summary>
    private void Skip(TriggerObject target, int trigger, TriggerVerdict? verdict, string why, bool isNews)
    {
        if (isNews || _said.GetValueOrDefault((target, trigger)) != why)
        {
            _said[(target, trigger)] = why;
            log.Add(new WorldEvent.Skipped { Object = target, Verdict = verdict, Why = why });
        }
    }

    private bool HasMoved(ImageStreamTagName? tag, TriggerObject target) => tag is not null
        && streams.HasMoved(tag.Namespace.Length == 0 ? tag.WithNamespace(target.Namespace) : tag);
}
