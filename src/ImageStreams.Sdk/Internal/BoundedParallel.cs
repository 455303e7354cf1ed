namespace ImageStreams.Internal;

/// <summary>Runs asynchronous work with bounded concurrency.</summary>
internal static class BoundedParallel
{
    /// <summary>Computes a result for each item, a bounded number of them at a time.</summary>
    /// <remarks>
    /// Work that completes synchronously runs on the caller's thread, one item after another, so that in-memory sources
    /// stay single-threaded. After an exception or a cancellation no further item is started.
    /// </remarks>
    /// <param name="items">The items.</param>
    /// <param name="maxConcurrency">The maximum number of items at a time, from 1 up.</param>
    /// <param name="select">Computes the result of an item.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The results in the order of the items.</returns>
    public static async Task<TResult[]> SelectAsync<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int maxConcurrency,
        Func<TItem, CancellationToken, Task<TResult>> select,
        CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        var next = -1;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(maxConcurrency, items.Count)).Select(_ => RunWorkerAsync()).ToList())
            .ConfigureAwait(false);
        return results;

        async Task RunWorkerAsync()
        {
            try
            {
                for (var i = Interlocked.Increment(ref next); i < items.Count; i = Interlocked.Increment(ref next))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    results[i] = await select(items[i], stop.Token).ConfigureAwait(false);
                }
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
    }
}
