using System.Collections.Concurrent;

namespace ImageStreams.Storage;

/// <summary>Open connections with their prepared commands, for readers.</summary>
/// <remarks>Databases pool connections, too, but not what was prepared on them.</remarks>
internal sealed class ConnectionPool(RelationalDialect dialect) : IAsyncDisposable
{
    private const int MaxConnections = 8;

    private readonly ConcurrentBag<StoreConnection> _idle = [];
#pragma warning disable CA2213 // Callers that are late may still wait for it; it holds nothing.
    private readonly SemaphoreSlim _seats = new(MaxConnections);
#pragma warning restore CA2213
    private volatile bool _isDisposed;

    /// <summary>Opens a connection that does not belong to the pool.</summary>
    public async Task<StoreConnection> OpenAsync(CancellationToken cancellationToken) =>
        new(await dialect.OpenAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Takes a step with one of the connections, which is closed when the step fails.</summary>
    public async Task<T> UseAsync<T>(Func<StoreConnection, Task<T>> step, CancellationToken cancellationToken)
    {
        await _seats.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(RelationalImageStreamStore));
#pragma warning disable CA2000 // It is kept, or disposed of after an error.
            var connection = await TakeAsync(cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000
            return await UseAsync(connection, step).ConfigureAwait(false);
        }
        finally
        {
            _seats.Release();
        }
    }

    /// <summary>Waits for the connections in use, and closes all.</summary>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        for (var i = 0; i < MaxConnections; i++)
        {
            await _seats.WaitAsync().ConfigureAwait(false);
        }

        while (_idle.TryTake(out var connection))
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        // Callers that are late find the store disposed of.
        _seats.Release(MaxConnections);
    }

    private async Task<StoreConnection> TakeAsync(CancellationToken cancellationToken)
    {
        while (_idle.TryTake(out var idle))
        {
            if (idle.IsOpen)
            {
                return idle;
            }

            await idle.DisposeAsync().ConfigureAwait(false);
        }

        return await OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> UseAsync<T>(StoreConnection connection, Func<StoreConnection, Task<T>> step)
    {
        var isUsable = false;
        try
        {
            var result = await step(connection).ConfigureAwait(false);
            isUsable = true;
            return result;
        }
        finally
        {
            await ReturnAsync(connection, isUsable).ConfigureAwait(false);
        }
    }

    private async ValueTask ReturnAsync(StoreConnection connection, bool isUsable)
    {
        if (isUsable)
        {
            _idle.Add(connection);
        }
        else
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
