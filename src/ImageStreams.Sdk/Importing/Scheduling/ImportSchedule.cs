using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>A schedule of imports: the tags of each stream that must be imported, and the times.</summary>
/// <remarks>
/// <para>A tag that waits for its import is due at once, as in the import controller of OpenShift. A scheduled tag is due
/// repeatedly; each has a time of its own, which other writes to its stream do not move. A tag whose import failed
/// transiently is due again, scheduled or not; OpenShift retries scheduled tags only. The conditions of a new stream may
/// already name such tags.</para>
/// <para>Does not wait, and performs no I/O. Safe to share between threads.</para>
/// </remarks>
public sealed partial class ImportSchedule : IDueSource
{
    private const int NotFound = 404;

    private readonly Lock _gate = new();
    private readonly ImportPauses _pauses = new();
    private readonly ScheduledStreams _streams;
    private readonly ImportRecorder _recorder;

    /// <summary>Creates a schedule without streams.</summary>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public ImportSchedule(ImportScheduleOptions? options = null)
    {
        var intervals = new ImportIntervals(options ?? new ImportScheduleOptions());
        _streams = new ScheduledStreams(intervals, _pauses);
        _recorder = new ImportRecorder(intervals);
    }

    /// <summary>Occurs when <see cref="NextDue"/> has changed, so that whoever waits for it can wait anew.</summary>
    /// <remarks>Raised on the thread that caused the change, after the change and without a lock held.</remarks>
    public event EventHandler? NextDueChanged;

    /// <summary>The next time at which a stream is due; null when none is scheduled.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _streams.NextDue;
            }
        }
    }

    /// <summary>Adds a stream, or replaces the version that the schedule has.</summary>
    /// <param name="stream">The stream as it is now.</param>
    /// <param name="now">The current time.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Set(ImageStream stream, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(stream);

        using var change = Change();
        _streams.Set(stream, now);
    }

    /// <summary>Removes a stream that was deleted.</summary>
    /// <param name="stream">The name of the stream, with its namespace.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Remove(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        using var change = Change();
        _streams.Remove(stream);
    }

    /// <summary>Finds the schedules of a stream's tags, in no particular order; empty when none is scheduled.</summary>
    /// <param name="stream">The name of the stream, with its namespace.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public ValueList<TagSchedule> Find(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            return _streams.Find(stream) is { } known ? known.Tags.ToValueList() : [];
        }
    }

    /// <summary>Takes the stream that has been due for longest. No other import of it starts before its report.</summary>
    /// <param name="now">The current time.</param>
    /// <returns>The tags to import, or null when nothing is due.</returns>
    public ImportJob? Take(DateTimeOffset now)
    {
        ImportJob? job = null;
        try
        {
            using var change = Change();
            job = _streams.TryStart(now);
        }
        catch when (job is not null)
        {
            Return(job, now);   // nobody else would report it
            throw;
        }

        return job;
    }

    /// <summary>Records the result of an import.</summary>
    /// <remarks>A report of a job that is no longer running, because its stream was removed, changes nothing.</remarks>
    /// <param name="report">The result.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public void Report(ImportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);

        using var change = Change();
        if (_streams.Find(report.Job.Stream) is { } stream && ReferenceEquals(stream.RunningJob, report.Job))
        {
            Record(stream, report);
            stream.CompleteImport(report.Time);
            _streams.Requeue(stream);
        }
    }

    /// <summary>Makes a job that was taken due again.</summary>
    private void Return(ImportJob job, DateTimeOffset now)
    {
        using var change = Change();
        if (_streams.Find(job.Stream) is { } stream && ReferenceEquals(stream.RunningJob, job))
        {
            stream.CompleteImport(now);
            _streams.Requeue(stream);
        }
    }

    private void Record(StreamSchedule stream, ImportReport report)
    {
        switch (report.Refusal)
        {
            case null:
                _recorder.Record(stream, report);
                break;
            case { } refusal when IsStreamGone(refusal):
                _streams.Remove(stream.Name);
                break;
            case { } refusal:
                _recorder.Postpone(stream, report, refusal);
                break;
        }
    }

    /// <summary>
    /// Determines whether a refusal means that the stream no longer exists; the API has forms that OpenShift's controller
    /// does not check.
    /// </summary>
    private static bool IsStreamGone(KubernetesStatus refusal) => ImportNeeds.IsStreamNotFound(refusal)
        || refusal is { Code: NotFound, Details.Kind: "imagestream" or "imagestreams" };
}
