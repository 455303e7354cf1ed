namespace ImageStreams.Clients;

/// <summary>Lets the creations in a namespace happen one after the other where the number of its streams is limited: two that are counted
/// at the same time would both find room for one.</summary>
internal sealed class CreateTurns
{
    private const int Count = 32;

    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Count).Select(static _ => new SemaphoreSlim(1, 1))];

    /// <summary>Runs a creation when it is its turn; a few namespaces share one.</summary>
    public async Task<T> RunAsync<T>(string ns, Func<Task<T>> create, CancellationToken cancellationToken)
    {
        var turn = _turns[(uint)StringComparer.Ordinal.GetHashCode(ns) % Count];
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await create().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }
}
