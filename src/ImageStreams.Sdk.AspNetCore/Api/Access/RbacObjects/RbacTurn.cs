namespace ImageStreams.AspNetCore;

/// <summary>Lets what compares a policy with a store happen one after the other.</summary>
internal sealed class RbacTurn
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
