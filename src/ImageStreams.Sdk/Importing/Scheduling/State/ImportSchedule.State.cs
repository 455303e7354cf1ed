using ImageStreams.References;

namespace ImageStreams.Importing;

/// <content>The state that outlives a process.</content>
public sealed partial class ImportSchedule
{
    /// <summary>Forgets a stream that is no longer observed here but still exists; its state stays as it was taken
    /// last.</summary>
    /// <param name="stream">The name of the stream, with its namespace.</param>
    internal void Forget(ImageStreamName stream)
    {
        using var change = Change();
        _streams.Forget(stream);
    }

    /// <summary>Sets the stream that a running job has written; nothing when the schedule no longer has the job's stream.</summary>
    internal void SetWritten(ImportJob job, ImageStream written, DateTimeOffset now)
    {
        using var change = Change();
        if (_streams.Find(job.Stream) is { } stream && ReferenceEquals(stream.RunningJob, job))
        {
            _streams.Set(written, now);
        }
    }

    /// <summary>Takes the states that have changed since the last call; all of them in the first call.</summary>
    /// <returns>The states by stream; null for a stream without one.</returns>
    internal IReadOnlyCollection<KeyValuePair<ImageStreamName, StreamState?>> TakeStates()
    {
        lock (_gate)
        {
            return _streams.TakeStates();
        }
    }

    /// <summary>Takes the pauses that have changed since the last call; all of them in the first call.</summary>
    /// <returns>The names of streams and tags, with true for those that are paused.</returns>
    internal IReadOnlyCollection<KeyValuePair<string, bool>> TakePauses()
    {
        lock (_gate)
        {
            return _pauses.TakeChanges();
        }
    }

    /// <summary>Restores states of streams, now or when they are set for the first time.</summary>
    internal void Restore(IEnumerable<KeyValuePair<ImageStreamName, StreamState>> states, DateTimeOffset now)
    {
        using var change = Change();
        foreach (var (name, state) in states)
        {
            _streams.Restore(name, state, now);
        }
    }

    /// <summary>Restores pauses of streams and tags by name; false for a name that is neither.</summary>
    internal bool RestorePause(string name)
    {
        using var change = Change();
        if (_pauses.Restore(name) is not { } stream)
        {
            return false;
        }

        Requeue(stream);
        return true;
    }

    /// <summary>Replaces the pauses by those of streams and tags with the names; what was paused or resumed since the pauses
    /// were taken stays.</summary>
    internal void SynchronizePauses(IEnumerable<string> names, DateTimeOffset now)
    {
        using var change = Change();
        foreach (var stream in _pauses.Synchronize(names))
        {
            RecheckAndRequeue(stream, now);
        }
    }

    /// <summary>Removes restored states of streams that do not exist, and returns their number.</summary>
    /// <remarks>Asks without a lock: whoever answers may hold one under which it tells the schedule of streams.</remarks>
    internal int RemoveUnclaimed(Func<ImageStreamName, bool> exists)
    {
        var gone = ListUnclaimed().Where(name => !exists(name)).ToList();
        lock (_gate)
        {
            return gone.Count(_streams.RemoveUnclaimed);
        }
    }

    private List<ImageStreamName> ListUnclaimed()
    {
        lock (_gate)
        {
            return _streams.ListUnclaimed();
        }
    }
}
