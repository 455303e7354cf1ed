using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The builds that run, and the objects that wait for one of them to end, in their order.</summary>
/// <param name="max">The highest number of builds at a time; null for any.</param>
internal sealed class BuildTurns(int? max)
{
    private readonly Dictionary<TriggerObject, int> _running = [];
    private readonly Dictionary<TriggerObject, LinkedListNode<TriggerObject>> _waiting = [];
    private readonly LinkedList<TriggerObject> _order = [];

    /// <summary>The objects that were taken from those that wait; room for the build of each is kept.</summary>
    private readonly HashSet<TriggerObject> _taken = [];

    /// <summary>The highest number of builds at a time.</summary>
    public int Max => max ?? int.MaxValue;

    /// <summary>The number of builds that run.</summary>
    public int Count { get; private set; }

    /// <summary>Gets a value indicating whether an object waits although there is room for its build.</summary>
    public bool HasTurn => _waiting.Count > 0 && HasRoom;

    /// <summary>The number of objects that wait.</summary>
    public int WaitingCount => _waiting.Count;

    private bool HasRoom => Count + _taken.Count < Max;

    /// <summary>Counts a build when there is room for it, and no other object has waited longer; otherwise its object
    /// waits.</summary>
    public bool TryStart(TriggerObject target)
    {
        if (!_taken.Remove(target) && (!HasRoom || _waiting.Count > 0))
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
    /// <remarks>The room is kept until the build starts, or the turn or the object ends.</remarks>
    public TriggerObject? TakeWaiting()
    {
        if (!HasTurn)
        {
            return null;
        }

        var first = _order.First!.Value;
        StopWaiting(first);
        _taken.Add(first);
        return first;
    }

    /// <summary>Ends the turn of an object that starts no build, if it has one.</summary>
    public void EndTurn(TriggerObject target) => _taken.Remove(target);

    /// <summary>Ends all builds of an object, which no longer waits.</summary>
    public void Remove(TriggerObject target)
    {
        StopWaiting(target);
        EndTurn(target);
        if (_running.Remove(target, out var builds))
        {
            Count -= builds;
        }
    }

    private void Wait(TriggerObject target)
    {
        if (!_waiting.ContainsKey(target))
        {
            _waiting.Add(target, _order.AddLast(target));
        }
    }

    private void StopWaiting(TriggerObject target)
    {
        if (_waiting.Remove(target, out var place))
        {
            _order.Remove(place);
        }
    }
}
