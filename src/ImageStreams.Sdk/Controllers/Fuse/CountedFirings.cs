using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The firings of objects that count for a <see cref="TriggerFuse"/>, by object and by time.</summary>
internal sealed class CountedFirings
{
    /// <summary>The firings of each object that count, oldest first; none is empty.</summary>
    private readonly Dictionary<TriggerObject, LinkedList<CountedFiring>> _byObject = [];

    /// <summary>All firings, oldest first; those that no longer count are still among them.</summary>
    private readonly Queue<CountedFiring> _all = [];

    /// <summary>Counts the firings of an object.</summary>
    public int Count(TriggerObject target) => _byObject.TryGetValue(target, out var counted) ? counted.Count : 0;

    /// <summary>Lists the times of the firings of an object, oldest first.</summary>
    public IEnumerable<DateTimeOffset> List(TriggerObject target) =>
        _byObject.TryGetValue(target, out var counted) ? counted.Select(static firing => firing.Time) : [];

    /// <summary>Adds a firing, which is the last one.</summary>
    public void Add(TriggerObject target, DateTimeOffset time)
    {
        if (!_byObject.TryGetValue(target, out var counted))
        {
            _byObject.Add(target, counted = []);
        }

        var firing = new CountedFiring { Time = time, Object = target };
        firing.Place = counted.AddLast(firing);
        _all.Enqueue(firing);
    }

    /// <summary>Adds firings from before a restart, unless they are known here as well.</summary>
    public void Restore(IEnumerable<(TriggerObject Object, DateTimeOffset Time)> firings)
    {
        var known = _all.Where(static firing => firing.Place is not null)
            .Select(static firing => (firing.Object, firing.Time))
            .ToList();
        var all = known.Concat(MissingEntries.Find(firings, known)).OrderBy(static firing => firing.Time).ToList();
        _all.Clear();
        _byObject.Clear();
        all.ForEach(firing => Add(firing.Object, firing.Time));
    }

    /// <summary>Removes the last firing of an object, if it has one.</summary>
    public void RemoveLast(TriggerObject target)
    {
        if (_byObject.TryGetValue(target, out var counted))
        {
            Remove(counted.Last!);
        }
    }

    /// <summary>Removes all firings of an object.</summary>
    public void Remove(TriggerObject target)
    {
        while (_byObject.TryGetValue(target, out var counted))
        {
            Remove(counted.First!);
        }
    }

    /// <summary>Removes the firings up to a time.</summary>
    public void RemoveUntil(DateTimeOffset time)
    {
        while (_all.TryPeek(out var oldest) && oldest.Time <= time)
        {
            _all.Dequeue();
            if (oldest.Place is { } place)
            {
                Remove(place);
            }
        }
    }

    /// <summary>Makes a firing not count, and stays with that one: another one of its object expires at its own time.</summary>
    private void Remove(LinkedListNode<CountedFiring> place)
    {
        var (firing, counted) = (place.Value, place.List!);
        counted.Remove(place);
        firing.Place = null;
        if (counted.Count == 0)
        {
            _byObject.Remove(firing.Object);
        }
    }
}
