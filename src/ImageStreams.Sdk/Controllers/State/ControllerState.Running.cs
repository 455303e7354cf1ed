namespace ImageStreams.Controllers;

/// <content>Writes that repeat themselves.</content>
public sealed partial class ControllerState
{
    /// <summary>Writes changes regularly until it is canceled, and then once more.</summary>
    /// <remarks>The last write ends after <see cref="ControllerStateOptions.FlushTimeout"/>, also when the store does not answer.</remarks>
    /// <param name="cancellationToken">A token to end the writes.</param>
    /// <returns>A task that ends after the last write; it does not fail.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(_options.WriteInterval, _timeProvider, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ((Task)WriteAsync(cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        using var limit = new CancellationTokenSource(_options.FlushTimeout, _timeProvider);
        await ((Task)WriteAsync(limit.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
