using ImageStreams.Controllers;

namespace ImageStreams.Hosting;

/// <summary>Lists the repositories of tags with policies when they are due, and moves the tags.</summary>
/// <param name="controller">The controller.</param>
/// <param name="reports">The receiver of the reports.</param>
/// <param name="maxConcurrency">The highest number of repositories at a time.</param>
internal sealed class TagPolicyWorker(TagPolicyController controller, ControllerReports reports, int maxConcurrency)
{
    /// <summary>The controller.</summary>
    public TagPolicyController Controller => controller;

    /// <summary>Moves tags until the token is canceled; what is in progress then is due again later.</summary>
    public async Task RunAsync(SupervisedLoop loop, CancellationToken stop)
    {
        while (true)
        {
            await controller.WaitUntilDueAsync(stop).ConfigureAwait(false);
            foreach (var report in await controller.RunDueAsync(maxConcurrency, stop).ConfigureAwait(false))
            {
                reports.Add(report);
            }

            loop.Progress();
        }
    }
}
