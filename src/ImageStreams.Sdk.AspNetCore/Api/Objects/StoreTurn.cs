namespace ImageStreams.AspNetCore;

/// <summary>Lets what compares the memory of a process with a store happen one after the other.</summary>
#pragma warning disable CA1001 // The semaphore is only awaited, which needs no handle to close.
internal sealed class StoreTurn
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Runs an action when it is its turn.</summary>
    public async Task RunAsync(Func<Task> action, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await action().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
