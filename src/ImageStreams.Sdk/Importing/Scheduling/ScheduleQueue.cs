namespace ImageStreams.Importing;

/// <summary>Streams in the order in which they are due; of several at once the one that came first.</summary>
/// <remarks>A stream is put in again whenever its time changes; only its newest place counts.</remarks>
internal sealed class ScheduleQueue
{
    private readonly PriorityQueue<StreamSchedule, (DateTimeOffset Due, long Ticket)> _queue = new();
    private long _ticket;

    /// <summary>When the first of them is due; null when none is.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            DropOutdated();
            return _queue.TryPeek(out _, out var next) ? next.Due : null;
        }
    }

    /// <summary>Gives a stream its place, or none where it is not due at any time.</summary>
    public void Put(StreamSchedule stream)
    {
        var due = stream.NextDue;
        if (stream.QueueTicket < 0 || (due is not null && due == stream.QueuedFor))
        {
            return;
        }

        (stream.QueueTicket, stream.QueuedFor) = (++_ticket, due);
        if (due is { } time)
        {
            _queue.Enqueue(stream, (time, stream.QueueTicket));
        }
    }

    /// <summary>Takes a stream out for good.</summary>
    public static void Forget(StreamSchedule stream) => stream.QueueTicket = -1;

    /// <summary>Takes the stream that has been due for longest; null when none is due at the time.</summary>
    public (StreamSchedule Stream, DateTimeOffset Due)? Take(DateTimeOffset now)
    {
        DropOutdated();
        if (!_queue.TryPeek(out var stream, out var next) || next.Due > now)
        {
            return null;
        }

        _queue.Dequeue();
        stream.QueuedFor = null;
        return (stream, next.Due);
    }

    private void DropOutdated()
    {
        while (_queue.TryPeek(out var stream, out var place) && stream.QueueTicket != place.Ticket)
        {
            _queue.Dequeue();
        }
    }
}
