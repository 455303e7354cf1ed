using ImageStreams.Controllers;

namespace ImageStreams.Hosting;

/// <summary>Reads the pauses every few seconds: one that is set at any replica counts at all of them.</summary>
internal sealed class PauseWorker(
    StateKeeper state, ImportController? imports, TriggerController? triggers, TimeProvider timeProvider)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    public async Task RunAsync(SupervisedLoop loop, CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(Pace, timeProvider, stop).ConfigureAwait(false);
            await SynchronizeAsync(stop).ConfigureAwait(false);
            loop.Progress();
        }
    }

    private async Task SynchronizeAsync(CancellationToken stop)
    {
        if (imports is not null)
        {
            await state.ReadAsync(ImportController.PauseSection, imports.SynchronizePauses, stop).ConfigureAwait(false);
        }

        if (triggers is not null)
        {
            await state.ReadAsync(TriggerController.PauseSection, triggers.SynchronizePauses, stop).ConfigureAwait(false);
        }
    }
}
