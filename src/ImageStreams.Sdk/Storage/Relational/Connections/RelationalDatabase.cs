namespace ImageStreams.Storage;

/// <summary>The database of a store: it is opened at first use, its connections are kept, and what fails is repeated.</summary>
internal sealed class RelationalDatabase : IAsyncDisposable
{
#pragma warning disable CA2213 // Callers that are late may still wait for it; it holds nothing.
    private readonly SemaphoreSlim _opening = new(1);
#pragma warning restore CA2213
    private readonly SchemaInstaller _schema;
    private readonly ConnectionPool _pool;
    private readonly RelationalRetry _retry;
    private volatile string? _id;
    private volatile bool _isDisposed;

    public RelationalDatabase(RelationalDialect dialect, TimeSpan retryTime)
    {
        Dialect = dialect;
        Errors = new RelationalErrors(dialect);
        _schema = new SchemaInstaller(dialect, Errors);
        _pool = new ConnectionPool(dialect);
        _retry = new RelationalRetry(Errors, retryTime);
    }

    public RelationalDialect Dialect { get; }

    public RelationalErrors Errors { get; }

    /// <summary>The identity of the store, random and the same for all processes; only after it was opened.</summary>
    public string Id => _id ?? throw new InvalidOperationException("The store is not open.");

    /// <summary>Creates or migrates the tables, unless this was done before.</summary>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(RelationalImageStreamStore));
        if (_id is not null)
        {
            return;
        }

        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
#pragma warning disable CA1508 // Another caller may have opened it meanwhile.
            _id ??= await _retry.RunAsync(() => InstallAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
#pragma warning restore CA1508
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Reads with a connection, again on a new one when it breaks.</summary>
    public async Task<T> ReadAsync<T>(Func<StoreConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await _retry.RunAsync(() => _pool.UseAsync(read, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a step, again and again until it succeeds, fails for good, or the time for that is over.</summary>
    public Task<T> RetryAsync<T>(Func<Task<T>> step, CancellationToken cancellationToken) => _retry.RunAsync(step, cancellationToken);

    /// <summary>Opens a connection for one user, who disposes of it.</summary>
    public Task<StoreConnection> ConnectAsync(CancellationToken cancellationToken) => _pool.OpenAsync(cancellationToken);

    /// <summary>Reads the row that describes the store.</summary>
    public async Task<StoreHeader> ReadHeaderAsync(StoreConnection connection, string rowLock, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync(
            new Statement(StoreSql.Header + rowLock), StoreHeader.Read, cancellationToken).ConfigureAwait(false);
        return rows.Count == 1 ? rows[0] : throw Errors.Damaged("the table imagestreams_store has not one row.");
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await _pool.DisposeAsync().ConfigureAwait(false);
        await Dialect.DisposeAsync().ConfigureAwait(false);
    }

    // A connection of its own, which is closed again: what it has compiled is not needed any more.
    private async Task<string> InstallAsync(CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        return await _schema.InstallAsync(connection, cancellationToken).ConfigureAwait(false);
    }
}
