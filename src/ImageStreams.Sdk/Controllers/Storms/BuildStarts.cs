using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The builds that were started within the window in which their number is limited.</summary>
internal sealed class BuildStarts(BuildRateOptions options)
{
    private readonly LinkedList<(TriggerObject Object, DateTimeOffset Time)> _starts = [];
    private readonly int _max = options.MaxBuilds;

    public TimeSpan Window { get; } = options.Window;

    public int Max => _max;

    /// <summary>Determines whether a build may start now, beside those for which room is kept.</summary>
    public bool HasRoom(DateTimeOffset now, int kept)
    {
        RemoveExpired(now);
        return _starts.Count + kept < _max;
    }

    /// <summary>Finds the time from which a build may start; null when that does not depend on time.</summary>
    public DateTimeOffset? FindRoom(DateTimeOffset now, int kept) =>
        HasRoom(now, kept) || _starts.First is not { } oldest ? null : oldest.Value.Time + Window;

    public void Add(TriggerObject target, DateTimeOffset now)
    {
        RemoveExpired(now);
        _starts.AddLast((target, now));
    }

    /// <summary>Adds starts that are known from before a restart, unless they are known here as well.</summary>
    public void Restore(IEnumerable<(TriggerObject Object, DateTimeOffset Time)> starts)
    {
        var all = _starts.Concat(MissingEntries.Find(starts, _starts)).OrderBy(start => start.Time).ToList();
        _starts.Clear();
        all.ForEach(start => _starts.AddLast(start));
    }

    /// <summary>Removes the last start of an object, whose build did not start.</summary>
    public void Undo(TriggerObject target)
    {
        for (var start = _starts.Last; start is not null; start = start.Previous)
        {
            if (start.Value.Object == target)
            {
                _starts.Remove(start);
                return;
            }
        }
    }

    /// <summary>Lists the starts of an object that count.</summary>
    public IEnumerable<DateTimeOffset> List(TriggerObject target) =>
        _starts.Where(start => start.Object == target).Select(start => start.Time);

    /// <summary>Removes the starts of an object, which another replica counts now.</summary>
    public void Forget(TriggerObject target)
    {
        var others = _starts.Where(start => start.Object != target).ToList();
        _starts.Clear();
        others.ForEach(start => _starts.AddLast(start));
    }

    private void RemoveExpired(DateTimeOffset now)
    {
        while (_starts.First is { } oldest && oldest.Value.Time + Window <= now)
        {
            _starts.RemoveFirst();
        }
    }
}
