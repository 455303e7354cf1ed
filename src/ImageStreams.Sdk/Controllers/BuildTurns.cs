using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The builds that run, and the objects that wait for one of them to end, in their order.</summary>
/// <param name="max">The highest number of builds at a time; null for any.</param>
internal sealed class BuildTurns(int? max)
{
    private readonly Dictionary<TriggerObject, int> _running = [];
    private readonly HashSet<TriggerObject> _waiting = [];

    /// <summary>The order of the objects that wait, with some that no longer do.</summary>
    private readonly Queue<TriggerObject> _order = [];

    /// <summary>The highest number of builds at a time.</summary>
    public int Max => max ?? int.MaxValue;

    /// <summary>The number of builds that run.</summary>
    public int Count { get; private set; }

    /// <summary>Gets a value indicating whether an object waits although there is room for its build.</summary>
    public bool HasTurn => _waiting.Count > 0 && Count < Max;

    /// <summary>Counts a build when there is room for it; otherwise its object waits.</summary>
    public bool TryStart(TriggerObject target)
    {
        if (Count >= Max)
        {
            Wait(target);
            return false;
        }

        Count++;
        _running[target] = _running.GetValueOrDefault(target) + 1;
        return true;
    }

    /// <summary>Ends one build of an object; false when none runs.</summary>
    public bool End(TriggerObject target)
    {
        if (!_running.TryGetValue(target, out var builds))
        {
            return false;
        }

        Count--;
        if (builds == 1)
        {
            _running.Remove(target);
        }
        else
        {
            _running[target] = builds - 1;
        }

        return true;
    }

    /// <summary>Takes the object that has waited longest, when there is room for its build; otherwise null.</summary>
    public TriggerObject? TakeWaiting()
    {
        while (HasTurn && _order.TryDequeue(out var first))
        {
            if (_waiting.Remove(first))
            {
                return first;
            }
        }

        return null;
    }

    /// <summary>Ends all builds of an object, which no longer waits.</summary>
    public void Remove(TriggerObject target)
    {
        _waiting.Remove(target);
        if (_running.Remove(target, out var builds))
        {
            Count -= builds;
        }
    }

    private void Wait(TriggerObject target)
    {
        if (_waiting.Add(target))
        {
            _order.Enqueue(target);
        }
    }
}
