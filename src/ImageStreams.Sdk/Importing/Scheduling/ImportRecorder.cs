using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>Records the results of imports in the schedule of their stream, and the times of the next ones.</summary>
internal sealed class ImportRecorder(ImportIntervals intervals)
{
    /// <summary>Records the result of each tag, and of the repository as a whole.</summary>
    /// <remarks>Of a repository that was listed, only the tags that failed transiently are retried.</remarks>
    public void Record(StreamSchedule stream, ImportReport report)
    {
        stream.Needs.EndRefusals(IsStillAsRequested(stream, report.Job));
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

    /// <summary>Records that the API refused the whole request, which is repeated after a wait that grows each time.</summary>
    /// <remarks>A stream that has changed since is requested again at once.</remarks>
    public void Postpone(StreamSchedule stream, ImportReport report, KubernetesStatus refusal)
    {
        if (!IsStillAsRequested(stream, report.Job))
        {
            return;
        }

        var retry = intervals.GetRetryTime(report.Time, stream.Needs.CountRefusal(), intervals.Default, TimeSpan.Zero);
        stream.Postpone(report.Job, report.Time, retry, refusal);
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
            stream.Remove(tag.Tag);
            return;
        }

        stream.Set(new TagSchedule
        {
            Tag = tag.Tag,
            LastChecked = report.Time,
            NextCheck = tag.IsTransient
                ? intervals.GetRetryTime(report.Time, failures, interval, GetRetryAfter(tag.Status))
                : GetNextCheck(stream.Name, report, known, interval!.Value, tag.Tag),
            Interval = interval,
            Reason = tag.IsSuccess ? null : tag.Status.Reason,
            Message = tag.IsSuccess ? null : tag.Status.Message,
            Failures = failures,
        });
    }

    /// <summary>
    /// Gets the time one interval after the import was due, so that slow imports do not stretch the interval.
    /// </summary>
    private DateTimeOffset GetNextCheck(
        ImageStreamName stream, ImportReport report, TagSchedule? known, TimeSpan interval, string tag)
    {
        var due = known?.NextCheck <= report.Time ? known.NextCheck : report.Job.Due;
        var next = intervals.GetNextCheck(due, interval, stream, tag);
        return next > report.Time ? next : intervals.GetNextCheck(report.Time, interval, stream, tag);
    }

    private static TimeSpan GetRetryAfter(KubernetesStatus status) =>
        TimeSpan.FromSeconds(status.Details?.RetryAfterSeconds ?? 0);
}
