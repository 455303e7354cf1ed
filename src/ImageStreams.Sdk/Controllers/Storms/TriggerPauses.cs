using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The pauses, and the objects that wait for the end of one.</summary>
internal sealed class TriggerPauses
{
    private readonly SortedDictionary<string, TriggerPause> _pauses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<TriggerObject> _waiting = [];

    /// <summary>All pauses, ordered by their keys.</summary>
    public ValueList<TriggerPause> All => _pauses.Values.ToValueList();

    /// <summary>Adds a pause; false when there is one of the same name.</summary>
    public bool Add(TriggerPause pause, bool isRestored = false)
    {
        var key = TriggerKeys.Format(pause);
        if (!_pauses.TryAdd(key, pause))
        {
            return false;
        }

        if (!isRestored)
        {
            _changed.Add(key);
        }

        return true;
    }

    /// <summary>Removes a pause by its key; false when there is none.</summary>
    public bool Remove(string key, bool isRestored = false)
    {
        if (!_pauses.Remove(key))
        {
            return false;
        }

        if (!isRestored)
        {
            _changed.Add(key);
        }

        return true;
    }

    public TriggerPause? Find(string key) => _pauses.GetValueOrDefault(key);

    /// <summary>Determines whether a pause has begun or ended since its record was last taken.</summary>
    public bool HasChanged(string key) => _changed.Contains(key);

    /// <summary>Takes the keys of the pauses that have begun or ended.</summary>
    public List<string> TakeChanged()
    {
        List<string> changed = [.. _changed.Order(StringComparer.Ordinal)];
        _changed.Clear();
        return changed;
    }

    /// <summary>Finds a pause that keeps an object from reacting; the object then waits for its end.</summary>
    public TriggerDelay.Paused? FindDelay(TriggerWork work)
    {
        if (_pauses.Count == 0 || ListKeys(work).Select(Find).FirstOrDefault(static pause => pause is not null) is not { } found)
        {
            _waiting.Remove(work.Name);
            return null;
        }

        _waiting.Add(work.Name);
        return new TriggerDelay.Paused { Pause = found };
    }

    /// <summary>Takes the objects that wait for the end of a pause, whichever.</summary>
    public List<TriggerObject> TakeWaiting()
    {
        List<TriggerObject> waiting = [.. _waiting];
        _waiting.Clear();
        return waiting;
    }

    /// <summary>Forgets that an object waits.</summary>
    public void StopWaiting(TriggerObject name) => _waiting.Remove(name);

    private static IEnumerable<string> ListKeys(TriggerWork work) => work.Evaluation.Triggers
        .Where(trigger => trigger.Status == TriggerStatus.Fires && trigger.Tag is not null)
        .Select(trigger => TriggerKeys.Format(GetStream(trigger.Tag!, work.Name)))
        .Prepend(TriggerKeys.Format(work.Name))
        .Prepend(TriggerKeys.Everything);

    private static ImageStreamName GetStream(ImageStreamTagName tag, TriggerObject holder) =>
        ImageStreamName.FromParts(tag.Namespace.Length > 0 ? tag.Namespace : holder.Namespace, tag.Stream);
}
