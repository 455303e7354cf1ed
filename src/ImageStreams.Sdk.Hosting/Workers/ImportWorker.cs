using ImageStreams.Controllers;
using ImageStreams.Importing;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Hosting;

/// <summary>Takes imports when they are due, and runs several at a time.</summary>
/// <param name="controller">The controller.</param>
/// <param name="leases">The leases of shards; null when there is one process.</param>
/// <param name="state">The state, which is written after each import.</param>
/// <param name="results">The receiver of the reports.</param>
/// <param name="maxConcurrency">The highest number of imports at a time.</param>
/// <param name="logger">The logger.</param>
internal sealed class ImportWorker(
    ImportController controller,
    ShardLeases? leases,
    StateKeeper state,
    ImportResults results,
    int maxConcurrency,
    ILogger<ImportWorker> logger) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(maxConcurrency);

    /// <summary>The controller.</summary>
    public ImportController Controller => controller;

    /// <summary>The imports that run.</summary>
    public RunningImports Running { get; } = new();

    /// <summary>Starts imports until the token is canceled; those that run go on.</summary>
    public async Task RunAsync(SupervisedLoop loop, CancellationToken stop)
    {
        while (true)
        {
            if (await TakeAsync(stop).ConfigureAwait(false) is { } job)
            {
                Running.Add(Task.Run(() => RunAsync(job), CancellationToken.None));
            }

            loop.Progress();
        }
    }

    public void Dispose()
    {
        _slots.Dispose();
        Running.Dispose();
    }

    /// <summary>Waits for a slot, and then for a job: a job that was taken runs at once.</summary>
    private async Task<ImportJob?> TakeAsync(CancellationToken stop)
    {
        await _slots.WaitAsync(stop).ConfigureAwait(false);
        ImportJob? job = null;
        try
        {
            await controller.WaitUntilDueAsync(stop).ConfigureAwait(false);
            job = controller.Take();
            return job;
        }
        finally
        {
            if (job is null)
            {
                _slots.Release();
            }
        }
    }

    private async Task RunAsync(ImportJob job)
    {
        try
        {
            using var work = leases?.TryBegin(job.Stream);
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Running.Canceled, GetLost(work));
            await RunAsync(job, cancel.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The import is due again later; one that fails unexpectedly does not keep others from running.
        catch (Exception e)
#pragma warning restore CA1031 // end of the job
        {
            logger.ImportFailed(e, job.Stream.ToString());
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Runs a job and writes the state, while the shard is kept. A job that is canceled is due again later.</summary>
    private async Task RunAsync(ImportJob job, CancellationToken cancellationToken)
    {
        try
        {
            using var activity = HostTelemetry.StartImport(job);
            results.Report(await controller.RunAsync(job, cancellationToken).ConfigureAwait(false));
            await state.WriteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.ImportCanceled(job.Stream.ToString());
        }
    }

    /// <summary>Gets the token of the work; without work on a shard that is needed, one that is canceled already.</summary>
    private CancellationToken GetLost(ShardWork? work) => work?.Stopping ?? new CancellationToken(canceled: leases is not null);
}
