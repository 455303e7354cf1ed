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
    private const int FirstServerError = 500;
    private const int TooManyRequests = 429;

    private readonly Lock _gate = new();
    private readonly Dictionary<ImageStreamName, StreamSchedule> _streams = [];
    private readonly PriorityQueue<StreamSchedule, (DateTimeOffset Due, long Ticket)> _queue = new();
    private readonly TimeSpan _interval;
    private readonly TimeSpan _retryDelay;
    private long _ticket;

    /// <summary>Creates a schedule of no streams.</summary>
    /// <param name="options">How often tags are imported; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public ImportSchedule(ImportScheduleOptions? options = null)
    {
        options ??= new ImportScheduleOptions();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Interval, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.RetryDelay, TimeSpan.Zero, nameof(options));

        _interval = options.Interval;
        _retryDelay = options.RetryDelay;
    }

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
                _streams.Add(name, known = new StreamSchedule(name));
            }

            known.Set(stream, now, _interval);
            Enqueue(known);
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
                foreach (var tag in report.Tags)
                {
                    Note(stream, report, tag);
                }
            }

            Enqueue(stream);
        }
    }

    private void Forget(ImageStreamName name)
    {
        if (_streams.Remove(name, out var stream))
        {
            stream.Ticket = -1;
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

        var retry = report.Time + _retryDelay;
        stream.NeededSince = stream.NeededSince is null ? null : retry;
        foreach (var tag in stream.Tags.Where(tag => tag.NextCheck <= report.Time).ToList())
        {
            stream.Put(tag with { NextCheck = retry, Reason = refusal.Reason });
        }
    }

    private void Note(StreamSchedule stream, ImportReport report, TagImportReport tag)
    {
        var known = stream.Find(tag.Tag);
        var failures = tag.IsSuccess ? 0 : (known?.Failures ?? 0) + 1;
        var mayPass = !tag.IsSuccess && MayPass(tag.Status);
        if (!mayPass && !stream.IsScheduled(tag.Tag))
        {
            stream.Drop(tag.Tag);
            return;
        }

        stream.Put(new TagSchedule
        {
            Tag = tag.Tag,
            LastChecked = report.Time,
            NextCheck = mayPass ? RetryAt(report.Time, tag.Status, failures) : Next(report),
            Reason = tag.IsSuccess ? null : tag.Status.Reason,
            Failures = failures,
        });
    }

    /// <summary>One interval after the import was due, so that imports that take their time are not made rarer by it.</summary>
    private DateTimeOffset Next(ImportReport report)
    {
        var next = report.Job.Due + _interval;
        return next > report.Time ? next : report.Time + _interval;
    }

    private DateTimeOffset RetryAt(DateTimeOffset now, KubernetesStatus status, int failures)
    {
        var delay = DoublingDelay.After(_retryDelay, _interval, failures);
        var asked = TimeSpan.FromSeconds(status.Details?.RetryAfterSeconds ?? 0);
        return now + (asked > delay ? asked : delay);
    }

    private static bool MayPass(KubernetesStatus status) => status.Code is >= FirstServerError or TooManyRequests;

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
        if (stream.NextDue is { } due && stream.Ticket >= 0)
        {
            stream.Ticket = ++_ticket;
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
