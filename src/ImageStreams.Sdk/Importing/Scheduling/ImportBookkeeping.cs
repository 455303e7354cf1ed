using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>Notes what came of imports, and when the tags are due again.</summary>
internal sealed class ImportBookkeeping(ImportIntervals intervals)
{
    /// <summary>Notes what came of each tag, and of the repository as a whole.</summary>
    /// <remarks>Of a repository that could be listed only the tags are tried again that failed for now.</remarks>
    public void Record(StreamSchedule stream, ImportReport report)
    {
        stream.Refusals = 0;
        stream.NeededSince = IsStillAsRequested(stream, report.Job) ? null : stream.NeededSince;
        foreach (var tag in report.Tags)
        {
            Record(stream, report, tag);
        }

        foreach (var tag in report.RepositoryTags.Where(tag => tag.IsTransient))
        {
            stream.AwaitRepositoryTag(tag.Tag);
            Record(stream, report, tag);
        }

        if (report.Repository is { } repository)
        {
            Record(stream, report, new TagImportReport { Tag = StreamSchedule.Repository, Status = repository });
        }
    }

    /// <summary>Notes that the API refused the import as a whole: it is asked for again, later each time; at once where the
    /// stream has changed since.</summary>
    public void Postpone(StreamSchedule stream, ImportReport report, KubernetesStatus refusal)
    {
        if (!IsStillAsRequested(stream, report.Job))
        {
            return;
        }

        var retry = intervals.GetRetryTime(report.Time, ++stream.Refusals, intervals.Default, TimeSpan.Zero);
        stream.Postpone(report.Job, report.Time, retry, refusal.Reason);
    }

    private static bool IsStillAsRequested(StreamSchedule stream, ImportJob job) =>
        stream.Stream.Metadata.ResourceVersion == job.Request.Metadata.ResourceVersion;

    private void Record(StreamSchedule stream, ImportReport report, TagImportReport tag)
    {
        var known = stream.Find(tag.Tag);
        var interval = stream.FindInterval(tag.Tag);
        var failures = tag.IsSuccess ? 0 : (known?.Failures ?? 0) + 1;
        if (!tag.IsTransient && interval is null)
        {
            stream.Drop(tag.Tag);
            return;
        }

        stream.Put(new TagSchedule
        {
            Tag = tag.Tag,
            LastChecked = report.Time,
            NextCheck = tag.IsTransient
                ? intervals.GetRetryTime(report.Time, failures, interval, GetWait(tag.Status))
                : GetNextCheck(stream.Name, report, known, interval!.Value, tag.Tag),
            Interval = interval,
            Reason = tag.IsSuccess ? null : tag.Status.Reason,
            Failures = failures,
        });
    }

    /// <summary>One interval after the import was due, so that imports that take their time are not made rarer by it.</summary>
    private DateTimeOffset GetNextCheck(
        ImageStreamName stream, ImportReport report, TagSchedule? known, TimeSpan interval, string tag)
    {
        var due = known?.NextCheck <= report.Time ? known.NextCheck : report.Job.Due;
        var next = intervals.GetNextCheck(due, interval, stream, tag);
        return next > report.Time ? next : intervals.GetNextCheck(report.Time, interval, stream, tag);
    }

    private static TimeSpan GetWait(KubernetesStatus status) =>
        TimeSpan.FromSeconds(status.Details?.RetryAfterSeconds ?? 0);
}
