using ImageStreams.Collections;
using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>Says which tags of which streams are to be imported when.</summary>
/// <remarks>
/// <para>A tag that waits for its import is due at once, as in OpenShift's import controller. A scheduled tag is due again
/// and again; each has a time of its own, which other writes to its stream do not move. A tag whose import failed for a
/// reason that may pass is due again, scheduled or not, where OpenShift leaves the latter alone; a stream that is new to the
/// schedule may say in its conditions that it has such tags.</para>
/// <para>Does no waiting and no I/O. Safe to share between threads.</para>
/// </remarks>
public sealed partial class ImportSchedule
{
    private const int NotFound = 404;

    private readonly Lock _gate = new();
    private readonly Dictionary<ImageStreamName, StreamSchedule> _streams = [];
    private readonly ScheduleQueue _queue = new();
    private readonly ImportIntervals _intervals;
    private readonly ImportBookkeeping _bookkeeping;
    private readonly ImportPauses _pauses = new();
    private readonly RepositoryIndex _repositories = new();

    /// <summary>Creates a schedule of no streams.</summary>
    /// <param name="options">How often tags are imported; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public ImportSchedule(ImportScheduleOptions? options = null)
    {
        _intervals = new ImportIntervals(options ?? new ImportScheduleOptions());
        _bookkeeping = new ImportBookkeeping(_intervals);
    }

    /// <summary>When something is due next; null when nothing ever is.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _queue.NextDue;
            }
        }
    }

    /// <summary>Takes a stream that is new, or has changed.</summary>
    /// <param name="stream">The stream as it is now.</param>
    /// <param name="now">The time.</param>
    public void Set(ImageStream stream, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var name = ImageStreamName.From(stream);
        lock (_gate)
        {
            if (!_streams.TryGetValue(name, out var known))
            {
                _streams.Add(name, known = new StreamSchedule(name, _intervals, _pauses));
            }

            if (known.Set(stream, now))
            {
                _repositories.Set(known);
                _queue.Put(known);
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
            while (_queue.Take(now) is var (stream, due))
            {
                if (stream.CreateRequest(now) is { } request)
                {
                    return stream.InFlight = new ImportJob { Stream = stream.Name, Request = request, Due = due };
                }

                stream.DropDue(now);
                _queue.Put(stream);
            }

            return null;
        }
    }

    /// <summary>Takes in what came of an import.</summary>
    /// <remarks>A report of a job that is not under way, as its stream was removed since, changes nothing.</remarks>
    /// <param name="report">What came of it.</param>
    public void Report(ImportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);

        lock (_gate)
        {
            if (!_streams.TryGetValue(report.Job.Stream, out var stream) || !ReferenceEquals(stream.InFlight, report.Job))
            {
                return;
            }

            switch (report.Refusal)
            {
                case { } refusal when IsStreamGone(refusal):
                    Forget(stream.Name);
                    break;
                case { } refusal:
                    _bookkeeping.Postpone(stream, report, refusal);
                    break;
                default:
                    _bookkeeping.Record(stream, report);
                    break;
            }

            stream.CompleteImport(report.Time);
            _queue.Put(stream);
        }
    }

    /// <summary>OpenShift's controller heeds one way to say it, which its API does not use.</summary>
    private static bool IsStreamGone(KubernetesStatus refusal) => ImportNeeds.IsStreamNotFound(refusal)
        || refusal is { Code: NotFound, Details.Kind: "imagestream" or "imagestreams" };

    private void Forget(ImageStreamName name)
    {
        if (_streams.Remove(name, out var stream))
        {
            ScheduleQueue.Forget(stream);
            _repositories.Remove(stream);
        }
    }
}
