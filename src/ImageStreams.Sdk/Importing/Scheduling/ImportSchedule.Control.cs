using ImageStreams.References;

namespace ImageStreams.Importing;

/// <content>What somebody does to the schedule: pauses, and imports out of turn.</content>
public sealed partial class ImportSchedule
{
    /// <summary>Leaves a stream alone until it is resumed, whether it is known yet or not.</summary>
    /// <remarks>An import of it that is under way goes on.</remarks>
    /// <param name="stream">The stream's name with its namespace.</param>
    /// <returns>False when it was paused before.</returns>
    public bool Pause(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            return _pauses.Add(stream) && Requeue(stream);
        }
    }

    /// <summary>Leaves a tag alone until it is resumed, whether it is known yet or not.</summary>
    /// <param name="tag">The tag's name with its namespace.</param>
    /// <returns>False when it was paused before.</returns>
    public bool Pause(ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);

        lock (_gate)
        {
            return _pauses.Add(tag) && Requeue(tag.StreamName);
        }
    }

    /// <summary>Goes on with a stream; what became due in the meantime is due now.</summary>
    /// <param name="stream">The stream's name with its namespace.</param>
    /// <param name="now">The time.</param>
    /// <returns>False when it was not paused.</returns>
    public bool Resume(ImageStreamName stream, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            return _pauses.Remove(stream) && RecheckAndRequeue(stream, now);
        }
    }

    /// <summary>Goes on with a tag; it is due now if it became due in the meantime.</summary>
    /// <param name="tag">The tag's name with its namespace.</param>
    /// <param name="now">The time.</param>
    /// <returns>False when it was not paused.</returns>
    public bool Resume(ImageStreamTagName tag, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(tag);

        lock (_gate)
        {
            return _pauses.Remove(tag) && RecheckAndRequeue(tag.StreamName, now);
        }
    }

    /// <summary>Makes a tag that comes from a registry due now, scheduled or not.</summary>
    /// <param name="tag">The tag's name with its namespace.</param>
    /// <param name="now">The time.</param>
    /// <returns>False when there is no such tag, or nothing to import for it.</returns>
    public bool ScheduleNow(ImageStreamTagName tag, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(tag);

        lock (_gate)
        {
            return tag.Tag.Length > 0
                && _streams.TryGetValue(tag.StreamName, out var stream)
                && stream.ScheduleNow(tag.Tag, now)
                && Requeue(stream.Name);
        }
    }

    /// <summary>Makes due now the scheduled tags that come from where a registry says that something has moved.</summary>
    /// <remarks>What a deletion tells of is looked up, too, and then fails. Paused tags wait on.</remarks>
    /// <param name="move">What moved; see <see cref="RegistryNotification"/>.</param>
    /// <param name="now">The time.</param>
    /// <param name="unscheduledToo">Whether tags and whole repositories that were to be imported once are concerned as
    /// well.</param>
    /// <returns>How many tags are due now because of it; a whole repository counts as one.</returns>
    public int Notify(RepositoryMove move, DateTimeOffset now, bool unscheduledToo = false)
    {
        ArgumentNullException.ThrowIfNull(move);

        lock (_gate)
        {
            return _repositories.Find(move).Sum(stream => ScheduleNow(stream, MovedTags.Find(stream.Stream, move), now, unscheduledToo));
        }
    }

    private int ScheduleNow(StreamSchedule stream, MovedTags moved, DateTimeOffset now, bool unscheduledToo)
    {
        IEnumerable<string> others = moved.IsWholeRepository ? [.. moved.Unscheduled, StreamSchedule.Repository] : moved.Unscheduled;
        var count = moved.Scheduled.Concat(unscheduledToo ? others : []).Count(tag => stream.ScheduleNow(tag, now));
        if (count > 0)
        {
            _queue.Put(stream);
        }

        return count;
    }

    private bool Requeue(ImageStreamName name)
    {
        if (_streams.TryGetValue(name, out var stream))
        {
            _queue.Put(stream);
        }

        return true;
    }

    private bool RecheckAndRequeue(ImageStreamName name, DateTimeOffset now)
    {
        if (_streams.TryGetValue(name, out var stream))
        {
            stream.RecheckNeeds(now);
        }

        return Requeue(name);
    }
}
