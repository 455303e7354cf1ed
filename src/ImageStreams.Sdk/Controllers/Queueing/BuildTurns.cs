using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The builds that run, and the objects that wait for room for theirs, in their order.</summary>
/// <param name="max">The highest number of builds at a time; null for any.</param>
/// <param name="starts">The starts of builds, which are limited as well; null for any number.</param>
internal sealed class BuildTurns(int? max, BuildStarts? starts = null)
{
    private readonly Dictionary<TriggerObject, int> _running = [];
    private readonly Dictionary<TriggerObject, LinkedListNode<TriggerObject>> _waiting = [];
    private readonly LinkedList<TriggerObject> _order = [];

    /// <summary>The objects that were taken from those that wait; room for the build of each is kept.</summary>
    private readonly HashSet<TriggerObject> _taken = [];

    /// <summary>The highest number of builds at a time.</summary>
    public int Max => max ?? int.MaxValue;

    /// <summary>Gets a value indicating whether the number of builds at a time is limited.</summary>
    public bool IsLimited => max is not null;

    /// <summary>The number of builds that run.</summary>
    public int Count { get; private set; }

    /// <summary>The starts of builds within the window that is limited; null when any number may start.</summary>
    public BuildStarts? Starts => starts;

    /// <summary>Gets a value indicating whether as many builds run as may.</summary>
    public bool IsFull => Count + _taken.Count >= Max;

    /// <summary>The number of objects that wait.</summary>
    public int WaitingCount => _waiting.Count;

    /// <summary>Determines whether an object waits although there is room for its build.</summary>
    public bool HasTurn(DateTimeOffset now) => _waiting.Count > 0 && HasRoom(now);

    /// <summary>Finds the time at which the next build may start that waits only for time to pass; null when there is none.</summary>
    public DateTimeOffset? FindNextTurn(DateTimeOffset now) =>
        _waiting.Count > 0 && !IsFull ? starts?.FindRoom(now, _taken.Count) : null;

    /// <summary>Counts a build when there is room for it, and no other object has waited longer; otherwise its object
    /// waits.</summary>
    public bool TryStart(TriggerObject target, DateTimeOffset now)
    {
        if (!_taken.Remove(target) && (!HasRoom(now) || _waiting.Count > 0))
        {
            Wait(target);
            return false;
        }

        Count++;
        starts?.Add(target, now);
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
    public TriggerObject? TakeWaiting(DateTimeOffset now)
    {
        if (!HasTurn(now))
        {
            return null;
        }

        var first = _order.First!.Value;
        StopWaiting(first);
        _taken.Add(first);
        return first;
    }

    /// <summary>Undoes the start of a build that did not start.</summary>
    public void Undo(TriggerObject target)
    {
        starts?.Undo(target);
        End(target);
    }

    /// <summary>Ends the turn of an object that starts no build, if it has one.</summary>
    public void EndTurn(TriggerObject target) => _taken.Remove(target);

    /// <summary>Determines whether an object waits for room.</summary>
    public bool IsWaiting(TriggerObject target) => _waiting.ContainsKey(target) || _taken.Contains(target);

    /// <summary>Determines whether a build of an object runs.</summary>
    public bool IsRunning(TriggerObject target) => _running.ContainsKey(target);

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

    private bool HasRoom(DateTimeOffset now) => !IsFull && starts?.HasRoom(now, _taken.Count) != false;

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
