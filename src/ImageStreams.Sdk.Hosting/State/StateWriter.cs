namespace ImageStreams.Hosting;

/// <summary>Writes the state every few seconds: changes that no report or reaction announces, such as pauses, and those that
/// could not be written at once.</summary>
internal sealed class StateWriter(StateKeeper state, ControllerHostOptions options, TimeProvider timeProvider)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    public async Task RunAsync(SupervisedLoop loop, CancellationToken stop)
    {
        var failures = 0;
        while (true)
        {
            var delay = failures == 0 ? Pace : RestartDelays.Get(options, failures);
            await Task.Delay(delay, timeProvider, stop).ConfigureAwait(false);
            failures = await state.WriteAsync(stop).ConfigureAwait(false) ? 0 : failures + 1;
            loop.Progress();
        }
    }
}
