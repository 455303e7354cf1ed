using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Diagnostics;
using ImageStreams.Importing;
using ImageStreams.References;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Controllers;

/// <summary>Runs the imports that are due, as OpenShift's import controller does, on any image API.</summary>
/// <remarks>
/// The owner notifies the controller of streams, takes jobs when they are due and runs them, one after the other or several
/// at a time; there is never more than one job for a stream. The controller has no threads and no timers of its own:
/// <see cref="WaitUntilDueAsync"/> waits when it is called. Safe to share between threads.
/// </remarks>
/// <param name="client">The client of the image API.</param>
/// <param name="schedule">The schedule of the imports, or null for a new one with the defaults.</param>
/// <param name="timeProvider">The time provider, or null for the system clock.</param>
/// <param name="logger">The logger, or null for none.</param>
/// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
public sealed class ImportController(
    IImageStreamClient client,
    ImportSchedule? schedule = null,
    TimeProvider? timeProvider = null,
    ILogger<ImportController>? logger = null)
    : IStreamObserver
{
    private readonly ILogger _logger = logger ?? NullLogger<ImportController>.Instance;
    private readonly IImageStreamClient _client = client ?? throw new ArgumentNullException(nameof(client));
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>The schedule: the next import of each tag, and the result of the last one.</summary>
    public ImportSchedule Schedule { get; } = schedule ?? new ImportSchedule();

    /// <inheritdoc cref="ImportSchedule.NextDueChanged"/>
    public event EventHandler? NextDueChanged
    {
        add => Schedule.NextDueChanged += value;
        remove => Schedule.NextDueChanged -= value;
    }

    /// <summary>The time at which the next job is due; null when nothing is to be imported.</summary>
    public DateTimeOffset? NextDue => Schedule.NextDue;

    /// <summary>Notifies the controller of a stream that is new or has changed.</summary>
    /// <param name="stream">The current stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Observe(ImageStream stream) => Schedule.Set(stream, _timeProvider.GetUtcNow());

    /// <summary>Notifies the controller that a stream was deleted.</summary>
    /// <param name="stream">The qualified name of the stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Remove(ImageStreamName stream) => Schedule.Remove(stream);

    /// <summary>Takes the job that has been due for the longest time; null when none is due.</summary>
    public ImportJob? Take() => Schedule.Take(_timeProvider.GetUtcNow());

    /// <summary>Waits until a job is due, also when that changes in the meantime.</summary>
    /// <param name="cancellationToken">A token to end the wait.</param>
    /// <returns>A task that ends when <see cref="Take"/> has a job; at once when it has one now.</returns>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public Task WaitUntilDueAsync(CancellationToken cancellationToken = default) =>
        new DueWait(Schedule, _timeProvider).RunAsync(cancellationToken);

    /// <summary>Runs a job, and schedules the next import of its tags.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">A token to cancel the operation. The job is then due again after a delay.</param>
    /// <returns>The report, which includes refusals by a registry or the API.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="job"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<ImportReport> RunAsync(ImportJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);

        ImageStreamsTelemetry.ScheduleLag.Record((_timeProvider.GetUtcNow() - job.Due).TotalSeconds);
        var report = CreateFailedReport(job);
        try
        {
            var result =
                await _client.Imports.CreateAsync(job.Request, cancellationToken: cancellationToken).ConfigureAwait(false);
            report = CreateReport(job, result);
            if (result.Status.Import is { } written)
            {
                Observe(written);   // before the watch does: until then, jobs would be for an outdated version
            }
        }
        catch (ApiException e)
        {
            _logger.Refused(job.Stream.ToString(), e.Status.Reason, e.Status.Message);
            report = report with { Refusal = e.Status };
        }
        finally
        {
            report = report with { Time = _timeProvider.GetUtcNow() };
            Schedule.Report(report);
        }

        return report;
    }

    /// <summary>Runs all jobs that are due, several at a time, until none is due.</summary>
    /// <param name="maxConcurrency">The highest number of jobs at a time; at least 1.</param>
    /// <param name="cancellationToken">A token to cancel the operation. Jobs in progress are then due again later.</param>
    /// <returns>The tags that were imported, those that were unchanged or failed, and the time of the next job.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxConcurrency"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<ImportRun> RunDueAsync(int maxConcurrency = 8, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConcurrency, 1);

        var workers = Enumerable.Range(0, maxConcurrency).Select(_ => RunWorkerAsync(cancellationToken)).ToList();
        var reports = await Task.WhenAll(workers).ConfigureAwait(false);
        return new ImportRun
        {
            Reports = reports.SelectMany(static list => list)
                .OrderBy(static report => report.Job.Stream.ToString(), StringComparer.Ordinal).ToValueList(),
            NextDue = NextDue,
        };
    }

    private async Task<List<ImportReport>> RunWorkerAsync(CancellationToken cancellationToken)
    {
        List<ImportReport> reports = [];
        while (Take() is { } job)
        {
            reports.Add(await RunAsync(job, cancellationToken).ConfigureAwait(false));
        }

        return reports;
    }

    /// <summary>Creates the report of a job that ends with an exception.</summary>
    private ImportReport CreateFailedReport(ImportJob job) =>
        new() { Job = job, Time = _timeProvider.GetUtcNow(), Refusal = new KubernetesStatus { Reason = StatusReasons.InternalError } };

    private ImportReport CreateReport(ImportJob job, ImageStreamImport result)
    {
        var images = result.Status.Images;
        return new ImportReport
        {
            Job = job,
            Time = _timeProvider.GetUtcNow(),
            Tags = job.Request.Spec.Images
                .Select((requested, i) => CreateTagReport(job, requested.To?.Name, i < images.Count ? images[i] : Unanswered))
                .Where(report => report.Tag.Length > 0)
                .ToValueList(),
            Repository = job.Request.Spec.Repository is null ? null : result.Status.Repository?.Status ?? Unanswered.Status,
            RepositoryTags = (result.Status.Repository?.Images ?? [])
                .Select(status => CreateTagReport(job, status.Tag, status))
                .ToValueList(),
        };
    }

    private static TagImportReport CreateTagReport(ImportJob job, string? tag, ImageImportStatus status) => new()
    {
        Tag = tag ?? "",
        Status = status.Status,
        Image = status.Image?.Metadata.Name,
        PreviousImage = job.Before.Status.Tags.Find(tag ?? "")?.Latest?.Image,
    };

    /// <summary>The status of an image that is missing from the API's response; its import is retried.</summary>
    private static ImageImportStatus Unanswered { get; } = new()
    {
        Status = new KubernetesStatus
        {
            Status = "Failure",
            Code = 500,
            Reason = StatusReasons.InternalError,
            Message = "The API did not report the result of this import.",
        },
    };
}
