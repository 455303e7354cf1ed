using ImageStreams.Controllers;

namespace ImageStreams.Hosting;

/// <summary>Reads the pauses of triggers every few seconds: one that is set at any replica counts at all of them.</summary>
internal sealed class PauseWorker(StateKeeper state, TriggerController controller, TimeProvider timeProvider)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    public async Task RunAsync(SupervisedLoop loop, CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(Pace, timeProvider, stop).ConfigureAwait(false);
            await state.ReadAsync(TriggerController.PauseSection, controller.SynchronizePauses, stop).ConfigureAwait(false);
            loop.Progress();
        }
    }
}
