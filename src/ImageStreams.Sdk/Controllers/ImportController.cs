using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Diagnostics;
using ImageStreams.Importing;
using ImageStreams.References;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Controllers;

/// <summary>Imports what is due, again and again: OpenShift's import controller over any image API.</summary>
/// <remarks>
/// Whoever has streams tells it of them, takes jobs when they are due and runs them, one after the other or several at a
/// time; there is never more than one for a stream. It does no waiting of its own. Safe to share between threads.
/// </remarks>
/// <param name="client">The API.</param>
/// <param name="schedule">Says when to import what; a new one with the defaults when null.</param>
/// <param name="timeProvider">Says what is due; the system's clock when null.</param>
/// <param name="logger">Is told of imports that are refused as a whole; nobody when null.</param>
public sealed class ImportController(
    IImageStreamClient client,
    ImportSchedule? schedule = null,
    TimeProvider? timeProvider = null,
    ILogger<ImportController>? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<ImportController>.Instance;
    private readonly IImageStreamClient _client = client ?? throw new ArgumentNullException(nameof(client));
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>When each tag is imported, and how that went last.</summary>
    public ImportSchedule Schedule { get; } = schedule ?? new ImportSchedule();

    /// <summary>When the next job is due; null when nothing is to be imported.</summary>
    public DateTimeOffset? NextDue => Schedule.NextDue;

    /// <summary>Tells of a stream that is new, or has changed.</summary>
    /// <param name="stream">The stream as it is now.</param>
    public void Observe(ImageStream stream) => Schedule.Set(stream, _timeProvider.GetUtcNow());

    /// <summary>Tells that a stream is gone.</summary>
    /// <param name="stream">The stream's name with its namespace.</param>
    public void Remove(ImageStreamName stream) => Schedule.Remove(stream);

    /// <summary>Takes the job that has been due for longest; null when none is.</summary>
    public ImportJob? Take() => Schedule.Take(_timeProvider.GetUtcNow());

    /// <summary>Runs a job, and notes when its tags are due again.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Gives up; the job is due again after a while.</param>
    /// <returns>What came of it; what a registry or the API refuses is no exception.</returns>
    public async Task<ImportReport> RunAsync(ImportJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);

        ImageStreamsTelemetry.ScheduleLag.Record((_timeProvider.GetUtcNow() - job.Due).TotalSeconds);
        var report = CreateFailedReport(job);
        try
        {
            var result = await _client.Imports.CreateAsync(job.Request, cancellationToken: cancellationToken).ConfigureAwait(false);
            report = CreateReport(job, result);
            if (result.Status.Import is { } written)
            {
                Observe(written);   // a watch tells of it later: until then, jobs would be for a version that is gone
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

    /// <summary>Runs all jobs that are due, several at a time, until none is.</summary>
    /// <param name="maxConcurrency">The most jobs at a time; at least 1.</param>
    /// <param name="cancellationToken">Gives up; jobs under way are due again after a while.</param>
    /// <returns>How many jobs were run.</returns>
    public async Task<int> RunDueAsync(int maxConcurrency = 8, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConcurrency, 1);

        var workers = Enumerable.Range(0, maxConcurrency).Select(_ => RunWorkerAsync(cancellationToken)).ToList();
        return (await Task.WhenAll(workers).ConfigureAwait(false)).Sum();
    }

    private async Task<int> RunWorkerAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        for (; Take() is { } job; count++)
        {
            await RunAsync(job, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    /// <summary>What a job that ended by an exception leaves behind.</summary>
    private ImportReport CreateFailedReport(ImportJob job) =>
        new() { Job = job, Time = _timeProvider.GetUtcNow(), Refusal = new KubernetesStatus { Reason = StatusReasons.InternalError } };

    private ImportReport CreateReport(ImportJob job, ImageStreamImport result) => new()
    {
        Job = job,
        Time = _timeProvider.GetUtcNow(),
        Tags = job.Request.Spec.Images
            .Select((requested, i) => CreateTagReport(requested.To?.Name, i < result.Status.Images.Count ? result.Status.Images[i] : Unanswered))
            .Where(report => report.Tag.Length > 0)
            .ToValueList(),
        Repository = job.Request.Spec.Repository is null ? null : result.Status.Repository?.Status ?? Unanswered.Status,
        RepositoryTags = (result.Status.Repository?.Images ?? []).Select(status => CreateTagReport(status.Tag, status)).ToValueList(),
    };

    private static TagImportReport CreateTagReport(string? tag, ImageImportStatus status) =>
        new() { Tag = tag ?? "", Status = status.Status, Image = status.Image?.Metadata.Name };

    /// <summary>What the API did not answer is tried again later.</summary>
    private static ImageImportStatus Unanswered { get; } = new()
    {
        Status = new KubernetesStatus { Status = "Failure", Code = 500, Reason = StatusReasons.InternalError, Message = "The API did not say." },
    };
}
