using ImageStreams.Controllers;
using ImageStreams.Importing;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Hosting;

/// <summary>Reports of imports: for readers, in the metrics, and in the log.</summary>
internal sealed class ImportResults(ControllerReports reports, ImportMetrics metrics, ILogger<ImportResults> logger)
{
    public void Report(ImportReport report)
    {
        var tags = report.Tags.Concat(report.RepositoryTags).ToList();
        var imported = tags.Count(static tag => tag.Outcome == ImportOutcome.Imported);
        var unchanged = tags.Count(static tag => tag.Outcome == ImportOutcome.Unchanged);
        var failed = tags.Count - imported - unchanged;
        reports.Add(report);
        metrics.Count(report);
        if (imported + failed > 0)
        {
            logger.ImportRan(report.Job.Stream.ToString(), imported, unchanged, failed);
        }
        else if (report.Refusal is null)
        {
            logger.NothingMoved(report.Job.Stream.ToString(), unchanged);
        }

        foreach (var tag in tags.Where(static tag => !tag.IsSuccess))
        {
            logger.TagFailed(report.Job.Stream.ToString(), tag.Tag, tag.Status.Reason, tag.Status.Message);
        }
    }
}
