using ImageStreams.References;

namespace ImageStreams.Importing;

/// <content>Pauses, and imports outside the schedule.</content>
public sealed partial class ImportSchedule
{
    /// <summary>Pauses the imports of a stream until it is resumed, whether or not the schedule has the stream.</summary>
    /// <remarks>A running import continues.</remarks>
    /// <param name="stream">The name of the stream, with its namespace.</param>
    /// <returns>False when it was paused before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public bool Pause(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        using var change = Change();
        var isNew = _pauses.Add(stream);
        Requeue(stream);
        return isNew;
    }

    /// <summary>Pauses the imports of a tag until it is resumed, whether or not the schedule has the tag.</summary>
    /// <param name="tag">The name of the tag, with its namespace.</param>
    /// <returns>False when it was paused before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public bool Pause(ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);

        using var change = Change();
        var isNew = _pauses.Add(tag);
        Requeue(tag.StreamName);
        return isNew;
    }

    /// <summary>Resumes the imports of a stream; everything that became due in the meantime is due now.</summary>
    /// <param name="stream">The name of the stream, with its namespace.</param>
    /// <param name="now">The current time.</param>
    /// <returns>False when it was not paused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public bool Resume(ImageStreamName stream, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(stream);

        using var change = Change();
        return _pauses.Remove(stream) && RecheckAndRequeue(stream, now);
    }

    /// <summary>Resumes the imports of a tag; it is due now if it became due in the meantime.</summary>
    /// <param name="tag">The name of the tag, with its namespace.</param>
    /// <param name="now">The current time.</param>
    /// <returns>False when it was not paused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public bool Resume(ImageStreamTagName tag, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(tag);

        using var change = Change();
        return _pauses.Remove(tag) && RecheckAndRequeue(tag.StreamName, now);
    }

    /// <summary>Makes a tag that is imported from a registry due now, scheduled or not.</summary>
    /// <param name="tag">The name of the tag, with its namespace.</param>
    /// <param name="now">The current time.</param>
    /// <returns>False when there is no such tag, or nothing to import for it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public bool ScheduleNow(ImageStreamTagName tag, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(tag);

        using var change = Change();
        if (tag.Tag.Length == 0 || _streams.Find(tag.StreamName) is not { } stream || !stream.ScheduleNow(tag.Tag, now))
        {
            return false;
        }

        _streams.Requeue(stream);
        return true;
    }

    /// <summary>Makes scheduled tags due now when they import from a repository that a registry reports as changed.</summary>
    /// <remarks>After a deletion, the tags are imported as well, and the imports then fail. Paused tags stay paused.</remarks>
    /// <param name="move">The change; see <see cref="RegistryNotification"/>.</param>
    /// <param name="now">The current time.</param>
    /// <param name="unscheduledToo">True to include tags and whole repositories that are imported once only.</param>
    /// <returns>The number of tags that are due now because of it; a whole repository counts as one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="move"/> is null.</exception>
    public int Notify(RepositoryMove move, DateTimeOffset now, bool unscheduledToo = false)
    {
        ArgumentNullException.ThrowIfNull(move);

        using var change = Change();
        return _streams.FindAffected(move).Sum(stream => ScheduleNow(stream, move, now, unscheduledToo));
    }

    private int ScheduleNow(StreamSchedule stream, RepositoryMove move, DateTimeOffset now, bool unscheduledToo)
    {
        var count = stream.Repositories.Find(move)
            .Where(tag => tag.IsScheduled || unscheduledToo)
            .Count(tag => stream.ScheduleNow(tag.Name, now));
        if (count > 0)
        {
            _streams.Requeue(stream);
        }

        return count;
    }

    private void Requeue(ImageStreamName name)
    {
        if (_streams.Find(name) is { } stream)
        {
            _streams.Requeue(stream);
        }
    }

    private bool RecheckAndRequeue(ImageStreamName name, DateTimeOffset now)
    {
        if (_streams.Find(name) is { } stream)
        {
            stream.RecheckNeeds(now);
            _streams.Requeue(stream);
        }

        return true;
    }
}
