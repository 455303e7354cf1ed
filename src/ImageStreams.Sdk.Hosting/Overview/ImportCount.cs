using ImageStreams.Importing;
using ImageStreams.References;

namespace ImageStreams.Hosting;

/// <summary>Counts tags for an <see cref="ImportOverview"/>. For one count.</summary>
internal sealed class ImportCount(DateTimeOffset now, ImageStreamHealthOptions options)
{
    /// <summary>The time after which a tag that is due counts as overdue: imports take time, and run a few at a time.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private readonly List<LateTag> _late = [];
    private int _streams;
    private int _scheduled;
    private int _paused;
    private int _overdue;
    private int _failing;

    public void Add(ImageStreamName stream, IEnumerable<TagSchedule> tags)
    {
        _streams++;
        foreach (var tag in tags)
        {
            Add(stream, tag);
        }
    }

    public ImportOverview ToOverview() => new()
    {
        Time = now,
        Streams = _streams,
        Scheduled = _scheduled,
        Paused = _paused,
        Overdue = _overdue,
        Failing = _failing,
        Late = _late.Count,
        Worst = [.. _late.OrderByDescending(static tag => tag.Delay).Take(options.MaxReportedTags)],
    };

    private void Add(ImageStreamName stream, TagSchedule tag)
    {
        _failing += tag.Reason is null ? 0 : 1;
        if (tag.IsPaused)
        {
            _paused++;
            return;
        }

        _overdue += now - tag.NextCheck > Tolerance ? 1 : 0;
        if (tag.Interval is { } interval)
        {
            _scheduled++;
            AddScheduled(stream, tag, interval);
        }
    }

    /// <summary>Counts a tag as late when its last check is too long ago; before the first one, it counts from one interval
    /// before that is due.</summary>
    private void AddScheduled(ImageStreamName stream, TagSchedule tag, TimeSpan interval)
    {
        var last = tag.LastChecked ?? tag.NextCheck - interval;
        var delay = now - last - (interval * options.AllowedIntervals);
        if (delay > TimeSpan.Zero)
        {
            _late.Add(new LateTag(stream, tag, delay));
        }
    }
}
