namespace ImageStreams.Importing;

/// <summary>A queue of streams by the time at which they are due, and then by the order in which they came.</summary>
/// <remarks>A stream is added again whenever its time changes; only its newest position counts.</remarks>
internal sealed class ScheduleQueue
{
    private const long Removed = -1;

    private readonly PriorityQueue<StreamSchedule, (DateTimeOffset Due, long Ticket)> _queue = new();
    private long _ticket;

    /// <summary>The time at which the first stream is due; null when none is.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            RemoveOutdated();
            return _queue.TryPeek(out _, out var next) ? next.Due : null;
        }
    }

    /// <summary>Moves a stream to the position of its time, or out of the queue when it is not due at any time.</summary>
    public void Update(StreamSchedule stream)
    {
        var due = stream.NextDue;
        var position = stream.QueuePosition;
        if (position.Ticket == Removed || (due is not null && due == position.Due))
        {
            return;
        }

        stream.QueuePosition = new Position(due, ++_ticket);
        if (due is { } time)
        {
            _queue.Enqueue(stream, (time, _ticket));
        }
    }

    /// <summary>Removes a stream permanently.</summary>
    public static void Remove(StreamSchedule stream) => stream.QueuePosition = new Position(null, Removed);

    /// <summary>Takes the stream that has been due for longest; null when none is due.</summary>
    public (StreamSchedule Stream, DateTimeOffset Due)? Take(DateTimeOffset now)
    {
        RemoveOutdated();
        if (!_queue.TryPeek(out var stream, out var next) || next.Due > now)
        {
            return null;
        }

        _queue.Dequeue();
        stream.QueuePosition = stream.QueuePosition with { Due = null };
        return (stream, next.Due);
    }

    private void RemoveOutdated()
    {
        while (_queue.TryPeek(out var stream, out var position) && stream.QueuePosition.Ticket != position.Ticket)
        {
            _queue.Dequeue();
        }
    }

    /// <summary>The newest position of a stream.</summary>
    /// <param name="Due">The time by which it is queued; null when it is not.</param>
    /// <param name="Ticket">The number that distinguishes the positions of a stream.</param>
    public readonly record struct Position(DateTimeOffset? Due, long Ticket);
}
