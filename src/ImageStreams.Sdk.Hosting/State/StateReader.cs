using ImageStreams.Storage;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Hosting;

/// <summary>Reads the state, for as long as it takes: without it, everything would be imported at once.</summary>
internal sealed class StateReader(
    StateKeeper state, ControllerHostOptions options, TimeProvider timeProvider, ILogger<StateReader> logger)
{
    /// <summary>Reads the state, and restores it in the controllers.</summary>
    /// <param name="isWanted">Determines which records are restored.</param>
    /// <param name="stop">A token to end the attempts.</param>
    /// <returns>The number of records.</returns>
    public async Task<int> ReadAsync(Func<StateRecord, bool> isWanted, CancellationToken stop)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await state.LoadAsync(isWanted, stop).ConfigureAwait(false);
            }
            catch (StoreException e)
            {
                var delay = RestartDelays.Get(options, failures);
                logger.StateNotRead(e.Message, delay);
                await Task.Delay(delay, timeProvider, stop).ConfigureAwait(false);
            }
        }
    }
}
