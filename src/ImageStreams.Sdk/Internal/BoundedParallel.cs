namespace ImageStreams.Internal;

/// <summary>Does several things at a time, but not too many.</summary>
internal static class BoundedParallel
{
    /// <summary>Makes something of each item, in as many lanes as are allowed.</summary>
    /// <remarks>
    /// What ends at once runs on the caller's thread, one item after the other, so that whoever answers from memory stays
    /// single-threaded. After a fault or a cancellation no further item is begun.
    /// </remarks>
    /// <param name="items">The items.</param>
    /// <param name="maxConcurrency">The most that are under way at once; at least 1.</param>
    /// <param name="make">Makes a result of an item.</param>
    /// <param name="cancellationToken">Lets nothing further begin.</param>
    /// <returns>The results in the order of the items.</returns>
    public static async Task<TResult[]> SelectAsync<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int maxConcurrency,
        Func<TItem, CancellationToken, Task<TResult>> make,
        CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        var next = -1;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(maxConcurrency, items.Count)).Select(_ => RunLaneAsync()).ToList())
            .ConfigureAwait(false);
        return results;

        async Task RunLaneAsync()
        {
            try
            {
                for (var i = Interlocked.Increment(ref next); i < items.Count; i = Interlocked.Increment(ref next))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    results[i] = await make(items[i], stop.Token).ConfigureAwait(false);
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
