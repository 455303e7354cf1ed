using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>Notes what came of imports, and when the tags are due again.</summary>
internal sealed class ImportBookkeeping(ImportIntervals intervals)
{
    /// <summary>Notes what came of each tag, and of the repository as a whole.</summary>
    /// <remarks>Of a repository that could be listed only the tags are tried again that failed for now.</remarks>
    public void Note(StreamSchedule stream, ImportReport report)
    {
        stream.Refusals = 0;
        stream.NeededSince = IsStillAsAsked(stream, report.Job) ? null : stream.NeededSince;
        foreach (var tag in report.Tags)
        {
            Note(stream, report, tag);
        }

        foreach (var tag in report.RepositoryTags.Where(tag => tag.MayPass))
        {
            stream.AwaitOfRepository(tag.Tag);
            Note(stream, report, tag);
        }

        if (report.Repository is { } repository)
        {
            Note(stream, report, new TagImportReport { Tag = StreamSchedule.Repository, Status = repository });
        }
    }

    /// <summary>Notes that the API refused the import as a whole: it is asked for again, later each time; at once where the
    /// stream has changed since.</summary>
    public void Postpone(StreamSchedule stream, ImportReport report, KubernetesStatus refusal)
    {
        if (!IsStillAsAsked(stream, report.Job))
        {
            return;
        }

        var retry = intervals.Retry(report.Time, ++stream.Refusals, intervals.Default, TimeSpan.Zero);
        stream.Postpone(report.Job, report.Time, retry, refusal.Reason);
    }

    private static bool IsStillAsAsked(StreamSchedule stream, ImportJob job) =>
        stream.Stream.Metadata.ResourceVersion == job.Request.Metadata.ResourceVersion;

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
                ? intervals.Retry(report.Time, failures, interval, WaitOf(tag.Status))
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
        var next = intervals.After(due, interval, stream, tag);
        return next > report.Time ? next : intervals.After(report.Time, interval, stream, tag);
    }

    private static TimeSpan WaitOf(KubernetesStatus status) =>
        TimeSpan.FromSeconds(status.Details?.RetryAfterSeconds ?? 0);
}
