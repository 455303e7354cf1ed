using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The streams of an <see cref="ImportSchedule"/>, by name, by due time and by repository.</summary>
internal sealed class ScheduledStreams(ImportIntervals intervals, ImportPauses pauses)
{
    private readonly Dictionary<ImageStreamName, StreamSchedule> _streams = [];
    private readonly ScheduleQueue _queue = new();
    private readonly RepositoryIndex _repositories = new();
    private readonly ScheduleStates _states = new();

    /// <summary>The time at which the first stream is due; null when none is.</summary>
    public DateTimeOffset? NextDue => _queue.NextDue;

    /// <summary>The jobs that run, in no particular order.</summary>
    public IEnumerable<ImportJob> Running => _streams.Values.Select(static stream => stream.RunningJob).OfType<ImportJob>();

    public StreamSchedule? Find(ImageStreamName name) => _streams.GetValueOrDefault(name);

    /// <summary>Finds the streams that a change of a repository may affect.</summary>
    public IReadOnlyCollection<StreamSchedule> FindAffected(RepositoryMove move) => _repositories.Find(move);

    /// <summary>Adds a stream, or replaces the version that is known.</summary>
    public void Set(ImageStream stream, DateTimeOffset now)
    {
        var name = ImageStreamName.From(stream);
        if (!_streams.TryGetValue(name, out var known))
        {
            known = new StreamSchedule(name, intervals, pauses);
            _streams.Add(name, known);
        }

        if (known.Set(stream, now, _states.Find(name)))
        {
            _states.Claim(name);
            _repositories.Set(known);
            Requeue(known);
        }
    }

    /// <summary>Removes a stream that was deleted, and its state.</summary>
    public void Remove(ImageStreamName name)
    {
        _states.Remove(name);
        Forget(name);
    }

    /// <summary>Removes a stream, and keeps its state as it was taken last.</summary>
    public void Forget(ImageStreamName name)
    {
        _states.Claim(name);
        if (_streams.Remove(name, out var stream))
        {
            ScheduleQueue.Remove(stream);
            _repositories.Remove(stream);
        }
    }

    /// <summary>Moves a stream to its place in the queue after its times have changed.</summary>
    public void Requeue(StreamSchedule stream)
    {
        _queue.Update(stream);
        _states.Note(stream);
    }

    /// <summary>Restores the state of a stream, now or when it is added.</summary>
    public void Restore(ImageStreamName name, StreamState state, DateTimeOffset now)
    {
        Track();
        if (Find(name) is { } stream)
        {
            stream.RestoreState(state, now);
            Requeue(stream);
        }
        else
        {
            _states.Keep(name, state);
        }
    }

    /// <summary>Takes the states that have changed since the last call.</summary>
    public IReadOnlyCollection<KeyValuePair<ImageStreamName, StreamState?>> TakeStates()
    {
        Track();
        return _states.Take(Find);
    }

    /// <inheritdoc cref="ScheduleStates.ListUnclaimed"/>
    public List<ImageStreamName> ListUnclaimed() => _states.ListUnclaimed();

    /// <inheritdoc cref="ScheduleStates.RemoveUnclaimed"/>
    public bool RemoveUnclaimed(ImageStreamName name) => _states.RemoveUnclaimed(name);

    /// <summary>Starts the import of the stream that has been due for longest; null when nothing is due.</summary>
    public ImportJob? TryStart(DateTimeOffset now)
    {
        while (_queue.Take(now) is var (stream, due))
        {
            if (stream.TryStart(now, due) is { } job)
            {
                return job;
            }

            stream.RemoveDue(now);
            Requeue(stream);
        }

        return null;
    }

    /// <summary>Begins to track changes, of which the streams that are known are the first.</summary>
    private void Track()
    {
        if (_states.IsTracked)
        {
            return;
        }

        _states.Track();
        foreach (var stream in _streams.Values)
        {
            _states.Note(stream);
        }
    }
}
