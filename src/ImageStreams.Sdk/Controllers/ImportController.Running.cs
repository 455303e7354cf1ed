using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Diagnostics;
using ImageStreams.Importing;

namespace ImageStreams.Controllers;

/// <content>Runs jobs.</content>
public sealed partial class ImportController
{
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
        var report = ImportReports.CreateFailed(job, _timeProvider.GetUtcNow());
        try
        {
            var result =
                await _client.Imports.CreateAsync(job.Request, cancellationToken: cancellationToken).ConfigureAwait(false);
            report = ImportReports.Create(job, result, _timeProvider.GetUtcNow());
            if (result.Status.Import is { } written)
            {
                // Before the watch does: until then, jobs would be for an outdated version.
                Schedule.SetWritten(job, written, _timeProvider.GetUtcNow());
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
}
