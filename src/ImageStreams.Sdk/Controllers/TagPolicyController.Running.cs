using ImageStreams.Importing;
using ImageStreams.Registries;

namespace ImageStreams.Controllers;

/// <content>Lists repositories, and looks at the tags that follow them.</content>
public sealed partial class TagPolicyController
{
    private async Task<List<TagMoveReport>> RunWorkerAsync(CancellationToken cancellationToken)
    {
        List<TagMoveReport> reports = [];
        while (_schedule.Take(_timeProvider.GetUtcNow()) is { } repository)
        {
            reports.AddRange(await RunAsync(repository, cancellationToken).ConfigureAwait(false));
        }

        return reports;
    }

    private async Task<List<TagMoveReport>> RunAsync(WatchedRepository repository, CancellationToken cancellationToken)
    {
        var reports = new List<TagMoveReport>();
        var isComplete = false;
        try
        {
            await AddReportsAsync(repository, reports, cancellationToken).ConfigureAwait(false);
            isComplete = true;
        }
        finally
        {
            var failed = !isComplete || reports.Exists(static report => report is TagMoveReport.Failed or TagMoveReport.Superseded);
            _schedule.Complete(
                repository,
                _timeProvider.GetUtcNow(),
                reports.OfType<TagMoveReport.Held>().Min(static report => report.NextLook),
                failed,
                reports.OfType<TagMoveReport.Failed>().Max(static report => report.RetryAfter));
        }

        reports.ForEach(report => _logger.TagReported(report.Tag.ToString(), report.Reason, report.Explanation));
        return reports;
    }

    private async Task AddReportsAsync(WatchedRepository repository, List<TagMoveReport> reports, CancellationToken cancellationToken)
    {
        var followers = _schedule.GetTags(repository);
        try
        {
            var tags = await _reader.ListAsync(repository.Repository, cancellationToken).ConfigureAwait(false);
            foreach (var tag in followers)
            {
                reports.Add(await _mover.RunAsync(tag, tags, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (RegistryException e)
        {
            reports.AddRange(followers.Select(tag => TagMoveReports.Fail(tag, _timeProvider.GetUtcNow(), e.Message, e.RetryAfter)));
        }
    }
}
