namespace ImageStreams.Storage;

/// <summary>Commits writes, and answers their callers afterwards.</summary>
internal sealed class WriteCommitter(RelationalDatabase database, WriteTransactions transactions, ChangeFeed feed) : IAsyncDisposable
{
#pragma warning disable CA2213 // Callers that are late may still wait for it; it holds nothing.
    private readonly SemaphoreSlim _turn = new(1);
#pragma warning restore CA2213
    private bool _isDisposed;

    /// <summary>Commits writes in one transaction. Never throws: their callers get the errors.</summary>
    public async Task CommitAsync(List<StoreWork> works)
    {
        foreach (var canceled in works.Where(work => work.IsCanceled))
        {
            canceled.Fail(new OperationCanceledException());
        }

        works.RemoveAll(work => work.IsCanceled);
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await CommitAllAsync(works).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits for the transaction that runs; later writes fail.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        _isDisposed = true;
        await transactions.DisposeAsync().ConfigureAwait(false);
        _turn.Release();
    }

    private async Task CommitAllAsync(List<StoreWork> works)
    {
        var error = await TryAsync(works).ConfigureAwait(false);
        if (error is null || works.Count == 1 || error is StoreException { Reason: StoreFailure.Unavailable })
        {
            Answer(works, error);
            return;
        }

        // One of them cannot be written, such as one that is too large. Each is tried alone, so that only that one fails.
        foreach (var work in works)
        {
            Answer([work], await TryAsync([work]).ConfigureAwait(false));
        }
    }

    private async Task<Exception?> TryAsync(List<StoreWork> works)
    {
        if (works.Count == 0)
        {
            return null;
        }

        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(RelationalImageStreamStore));
            await database.OpenAsync(CancellationToken.None).ConfigureAwait(false);
            var batch = await database.RetryAsync(
                () => transactions.CommitAsync(works), CancellationToken.None).ConfigureAwait(false);
            feed.Offer(batch.Changes);
            return null;
        }
#pragma warning disable CA1031 // Callers get every error.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e is UnknownOutcomeException unknown ? unknown.InnerException : e;
        }
    }

    private static void Answer(List<StoreWork> works, Exception? error)
    {
        foreach (var work in works)
        {
            if (error is null)
            {
                work.Complete();
            }
            else
            {
                work.Fail(error);
            }
        }
    }
}
