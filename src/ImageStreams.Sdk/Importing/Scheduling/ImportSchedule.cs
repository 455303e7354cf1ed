using ImageStreams.Collections;
using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>Says which tags of which streams are to be imported when.</summary>
/// <remarks>
/// <para>A tag that waits for its import is due at once, as in OpenShift's import controller. A scheduled tag is due again
/// and again; each has a time of its own, which other writes to its stream do not move. A tag whose import failed for a
/// reason that may pass is due again, scheduled or not, where OpenShift leaves the latter alone.</para>
/// <para>Does no waiting and no I/O. Safe to share between threads.</para>
/// </remarks>
public sealed class ImportSchedule
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ImageStreamName, StreamSchedule> _streams = [];
    private readonly PriorityQueue<StreamSchedule, (DateTimeOffset Due, long Ticket)> _queue = new();
    private readonly ImportIntervals _intervals;
    private readonly ImportPauses _pauses = new();
    private readonly RepositoryIndex _repositories = new();
    private long _ticket;

    /// <summary>Creates a schedule of no streams.</summary>
    /// <param name="options">How often tags are imported; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public ImportSchedule(ImportScheduleOptions? options = null) =>
        _intervals = new ImportIntervals(options ?? new ImportScheduleOptions());

    /// <summary>When something is due next; null when nothing ever is.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                DropOutdated();
                return _queue.TryPeek(out _, out var next) ? next.Due : null;
            }
        }
    }

    /// <summary>Takes a stream that is new, or has changed.</summary>
    /// <param name="stream">The stream as it is now.</param>
    /// <param name="now">The time.</param>
    public void Set(ImageStream stream, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var name = ImageStreamName.FromParts(stream.Metadata.Name ?? "", stream.Metadata.Namespace ?? "");
        lock (_gate)
        {
            if (!_streams.TryGetValue(name, out var known))
            {
                _streams.Add(name, known = new StreamSchedule(name, _intervals, _pauses));
            }

            if (known.Set(stream, now))
            {
                _repositories.Set(known);
                Enqueue(known);
            }
        }
    }

    /// <summary>Forgets a stream that is gone.</summary>
    /// <param name="stream">The stream's name with its namespace.</param>
    public void Remove(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            Forget(stream);
        }
    }

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
            return _pauses.Remove(stream) && Resumed(stream, now);
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
            return _pauses.Remove(tag) && Resumed(tag.StreamName, now);
        }
    }

    /// <summary>Makes a tag that comes from a registry due now, scheduled or not.</summary>
    /// <param name="tag">The tag's name with its namespace.</param>
    /// <param name="now">The time.</param>
    /// <returns>False when there is no such tag, or nothing to import for it.</returns>
    public bool Hasten(ImageStreamTagName tag, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(tag);

        lock (_gate)
        {
            return tag.Tag.Length > 0
                && _streams.TryGetValue(tag.StreamName, out var stream)
                && stream.Hasten(tag.Tag, now)
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
            return _repositories.Find(move).Sum(stream => Hasten(stream, MovedTags.Find(stream.Stream, move), now, unscheduledToo));
        }
    }

    /// <summary>The times of a stream's tags, in no particular order; empty when none of them is scheduled.</summary>
    /// <param name="stream">The stream's name with its namespace.</param>
    public ValueList<TagSchedule> Find(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            return _streams.TryGetValue(stream, out var known) ? known.Tags.ToValueList() : [];
        }
    }

    /// <summary>Takes the stream that has been due for longest; no other import of it begins until that is reported.</summary>
    /// <param name="now">The time.</param>
    /// <returns>What to import, or null when nothing is due.</returns>
    public ImportJob? Take(DateTimeOffset now)
    {
        lock (_gate)
        {
            while (TakeStream(now) is var (stream, due))
            {
                if (stream.CreateRequest(now) is { } request)
                {
                    stream.IsInFlight = true;
                    return new ImportJob { Stream = stream.Name, Request = request, Due = due };
                }

                stream.DropDue(now);
                Enqueue(stream);
            }

            return null;
        }
    }

    /// <summary>Takes in what came of an import.</summary>
    /// <param name="report">What came of it.</param>
    public void Report(ImportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);

        lock (_gate)
        {
            if (!_streams.TryGetValue(report.Job.Stream, out var stream))
            {
                return;
            }

            stream.IsInFlight = false;
            if (report.Refusal is { } refusal)
            {
                Postpone(stream, report, refusal);
            }
            else
            {
                stream.NeededSince = IsStillAsAsked(stream, report.Job) ? null : stream.NeededSince;
                NoteAll(stream, report);
            }

            Enqueue(stream);
        }
    }

    private int Hasten(StreamSchedule stream, MovedTags moved, DateTimeOffset now, bool unscheduledToo)
    {
        IEnumerable<string> others = moved.IsWholeRepository ? [.. moved.Unscheduled, StreamSchedule.Repository] : moved.Unscheduled;
        var count = moved.Scheduled.Concat(unscheduledToo ? others : []).Count(tag => stream.Hasten(tag, now));
        if (count > 0)
        {
            Enqueue(stream);
        }

        return count;
    }

    private bool Requeue(ImageStreamName name)
    {
        if (_streams.TryGetValue(name, out var stream))
        {
            Enqueue(stream);
        }

        return true;
    }

    private bool Resumed(ImageStreamName name, DateTimeOffset now)
    {
        if (_streams.TryGetValue(name, out var stream) && !stream.IsInFlight)
        {
            stream.Need(now);
        }

        return Requeue(name);
    }

    private void Forget(ImageStreamName name)
    {
        if (_streams.Remove(name, out var stream))
        {
            stream.Ticket = -1;
            _repositories.Remove(stream);
        }
    }

    private static bool IsStillAsAsked(StreamSchedule stream, ImportJob job) =>
        stream.Stream.Metadata.ResourceVersion == job.Request.Metadata.ResourceVersion;

    /// <summary>An import that the API refused as a whole is asked for again; a stream that is gone is forgotten.</summary>
    private void Postpone(StreamSchedule stream, ImportReport report, KubernetesStatus refusal)
    {
        if (ImportNeeds.SaysStreamIsGone(refusal))
        {
            Forget(stream.Name);
            return;
        }

        stream.Postpone(report.Time, report.Time + _intervals.RetryDelay, refusal.Reason);
    }

    private void NoteAll(StreamSchedule stream, ImportReport report)
    {
        foreach (var tag in report.Tags)
        {
            Note(stream, report, tag);
        }

        if (report.Repository is { } repository)
        {
            Note(stream, report, new TagImportReport { Tag = StreamSchedule.Repository, Status = repository });
        }
    }

    private void Note(StreamSchedule stream, ImportReport report, TagImportReport tag)
    {
        var known = stream.Find(tag.Tag);
        var interval = stream.IntervalOf(tag.Tag);
        var failures = tag.IsSuccess ? 0 : (known?.Failures ?? 0) + 1;
        if (!tag.MayPass && interval is null)
        {
            stream.Drop(tag.Tag);
            return;
        }

        stream.Put(new TagSchedule
        {
            Tag = tag.Tag,
            LastChecked = report.Time,
            NextCheck = tag.MayPass
                ? RetryAt(report.Time, tag.Status, failures, interval ?? _intervals.Default)
                : Next(stream.Name, report, known, interval!.Value, tag.Tag),
            Interval = interval,
            Reason = tag.IsSuccess ? null : tag.Status.Reason,
            Failures = failures,
        });
    }

    /// <summary>One interval after the import was due, so that imports that take their time are not made rarer by it.</summary>
    private DateTimeOffset Next(
        ImageStreamName stream, ImportReport report, TagSchedule? known, TimeSpan interval, string tag)
    {
        var due = known?.NextCheck <= report.Time ? known.NextCheck : report.Job.Due;
        var next = _intervals.After(due, interval, stream, tag);
        return next > report.Time ? next : _intervals.After(report.Time, interval, stream, tag);
    }

    private DateTimeOffset RetryAt(DateTimeOffset now, KubernetesStatus status, int failures, TimeSpan longest)
    {
        var delay = DoublingDelay.After(_intervals.RetryDelay, longest, failures);
        var asked = TimeSpan.FromSeconds(status.Details?.RetryAfterSeconds ?? 0);
        return now + (asked > delay ? asked : delay);
    }

    private (StreamSchedule Stream, DateTimeOffset Due)? TakeStream(DateTimeOffset now)
    {
        DropOutdated();
        if (!_queue.TryPeek(out var stream, out var next) || next.Due > now)
        {
            return null;
        }

        _queue.Dequeue();
        return (stream, next.Due);
    }

    private void Enqueue(StreamSchedule stream)
    {
        if (stream.Ticket < 0)
        {
            return;
        }

        stream.Ticket = ++_ticket;
        if (stream.NextDue is { } due)
        {
            _queue.Enqueue(stream, (due, stream.Ticket));
        }
    }

    private void DropOutdated()
    {
        while (_queue.TryPeek(out var stream, out var place) && (stream.Ticket != place.Ticket || stream.IsInFlight))
        {
            _queue.Dequeue();
        }
    }
}
