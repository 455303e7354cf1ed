using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The states of streams that were restored and not yet claimed, and the streams whose state has changed.</summary>
/// <remarks>Tracks nothing until the first changes are taken or states are restored.</remarks>
internal sealed class ScheduleStates
{
    private readonly Dictionary<ImageStreamName, StreamState> _restored = [];
    private readonly HashSet<ImageStreamName> _removed = [];
    private List<StreamSchedule> _changed = [];

    /// <summary>Gets a value indicating whether changes are tracked.</summary>
    public bool IsTracked { get; private set; }

    public void Track() => IsTracked = true;

    /// <summary>Keeps a state until its stream is known.</summary>
    public void Keep(ImageStreamName name, StreamState state) => _restored[name] = state;

    /// <summary>Finds the state that waits for a stream.</summary>
    public StreamState? Find(ImageStreamName name) => _restored.Count == 0 ? null : _restored.GetValueOrDefault(name);

    /// <summary>Ends the wait of a state for its stream.</summary>
    public void Claim(ImageStreamName name) => _restored.Remove(name);

    /// <summary>Lists the streams whose states wait for them.</summary>
    public List<ImageStreamName> ListUnclaimed() => [.. _restored.Keys];

    /// <summary>Removes the state of a stream that does not exist; false when it no longer waits.</summary>
    public bool RemoveUnclaimed(ImageStreamName name)
    {
        if (!_restored.ContainsKey(name))
        {
            return false;
        }

        Remove(name);
        return true;
    }

    /// <summary>Notes a stream whose state has changed.</summary>
    public void Note(StreamSchedule stream)
    {
        if (IsTracked && !stream.IsNoted && stream.HasStateChanged)
        {
            stream.IsNoted = true;
            _changed.Add(stream);
        }
    }

    /// <summary>Notes that a stream was deleted.</summary>
    public void Remove(ImageStreamName name)
    {
        _restored.Remove(name);
        if (IsTracked)
        {
            _removed.Add(name);
        }
    }

    /// <summary>Takes the changed states; null for a stream that has none any more.</summary>
    /// <param name="find">Finds the schedule of a stream that is still known.</param>
    public IReadOnlyCollection<KeyValuePair<ImageStreamName, StreamState?>> Take(Func<ImageStreamName, StreamSchedule?> find)
    {
        if (_changed.Count == 0 && _removed.Count == 0)
        {
            return [];
        }

        var taken = _removed.ToDictionary(static name => name, static _ => (StreamState?)null);
        foreach (var stream in _changed.Where(stream => ReferenceEquals(find(stream.Name), stream)))
        {
            taken[stream.Name] = stream.SaveState();
        }

        _removed.Clear();
        _changed = [];
        return taken;
    }
}
