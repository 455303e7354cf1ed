using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The streams of an <see cref="ImportSchedule"/>, by name, by due time and by repository.</summary>
internal sealed class ScheduledStreams(ImportIntervals intervals, ImportPauses pauses)
{
    private readonly Dictionary<ImageStreamName, StreamSchedule> _streams = [];
    private readonly ScheduleQueue _queue = new();
    private readonly RepositoryIndex _repositories = new();

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

        if (known.Set(stream, now))
        {
            _repositories.Set(known);
            _queue.Update(known);
        }
    }

    public void Remove(ImageStreamName name)
    {
        if (_streams.Remove(name, out var stream))
        {
            ScheduleQueue.Remove(stream);
            _repositories.Remove(stream);
        }
    }

    /// <summary>Moves a stream to its place in the queue after its times have changed.</summary>
    public void Requeue(StreamSchedule stream) => _queue.Update(stream);

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
            _queue.Update(stream);
        }

        return null;
    }
}
