using System.Data.Common;

namespace ImageStreams.Storage;

/// <summary>The differences between the databases that a <see cref="RelationalImageStreamStore"/> can be kept in.</summary>
/// <remarks>
/// <para>The statements of the store are written once, in the SQL that the databases share: parameters are named
/// <c>@p0</c>, <c>@p1</c> and so on, rows are replaced by <c>INSERT … ON CONFLICT … DO UPDATE</c>, and pairs are compared as rows.
/// A dialect gives the types of the columns, the connections, the beginning of a transaction that writes, the meaning of
/// errors, and the news that another process has written.</para>
/// <para>Members are called by several threads at once. Connections are used by one thread at a time, are kept open for
/// later use, and are disposed of after any error. Where <see cref="DbConnection.CanCreateBatch"/> is true, the statements of
/// a transaction are sent together.</para>
/// </remarks>
public abstract class RelationalDialect : IAsyncDisposable
{
    /// <summary>The place of the database for messages, such as a path or a host with the name of a database; without
    /// passwords.</summary>
    public abstract string Location { get; }

    /// <summary>The type of a column of 64-bit numbers, which for a primary key is also its clustered key where there is one.</summary>
    public abstract string NumberType { get; }

    /// <summary>The type of a column of text that is compared by its UTF-8 bytes, with its collation.</summary>
    public abstract string TextType { get; }

    /// <summary>The type of a column of bytes.</summary>
    public abstract string BytesType { get; }

    /// <summary>
    /// The words after a SELECT that lock its row until the end of the transaction, with a space before it; empty, the default, where
    /// <see cref="BeginWriteAsync"/> already excludes other writers.
    /// </summary>
    public virtual string RowLock => "";

    /// <summary>A query for the number of tables with the name <c>@p0</c> that the store's statements would use.</summary>
    public abstract string TableCount { get; }

    /// <summary>
    /// A statement at the end of each transaction that changes objects, with which processes that watch are told of it; null,
    /// the default, for none.
    /// </summary>
    public virtual string? Announcement => null;

    /// <summary>
    /// A query for the time of the database in microseconds since 1970 in UTC, by which leases expire; null, the default, for the
    /// time provider of the store, where all processes run on the machine of the database.
    /// </summary>
    public virtual string? ClockQuery => null;

    /// <summary>Opens a new connection, of which settings such as a time limit of statements are already made.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Begins a transaction that writes, so that each of its statements sees what was committed before the transaction got its
    /// lock: that of the whole database here, or that of the row that <see cref="RowLock"/> locks in the first statement.
    /// </summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public abstract ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Commits a transaction that writes.</summary>
    /// <remarks>
    /// After any error, the store finds out on a new connection whether it was committed, so an error does not need to tell.
    /// </remarks>
    /// <param name="transaction">The transaction.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public virtual Task CommitAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Called in a transaction of <see cref="BeginWriteAsync"/> before the tables are created or migrated: excludes other
    /// processes that do the same, and refuses a database that belongs to something else.
    /// </summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="StoreException"><see cref="StoreFailure.Damaged"/>: the database belongs to something else.</exception>
    public virtual ValueTask PrepareSchemaAsync(DbTransaction transaction, CancellationToken cancellationToken) => default;

    /// <summary>Determines the reason for an error of the database.</summary>
    /// <param name="error">An exception that a connection, a transaction or a command has thrown.</param>
    /// <returns>
    /// The reason: <see cref="StoreFailure.Unavailable"/> when the operation may succeed later, on the same or on a new
    /// connection, which is then tried for the time of <see cref="RelationalStoreOptions.RetryTime"/>. Null when the
    /// exception is no error of the database, and is to be thrown as it is.
    /// </returns>
    public abstract StoreFailure? Classify(Exception error);

    /// <summary>Calls back whenever another process, or this one, may have committed changes.</summary>
    /// <remarks>
    /// Runs while there are watchers. It may call more often than there are changes; each call costs the store one short query.
    /// When it ends or throws, the store reads the changes and calls it again after a while, so a lost connection may simply be
    /// thrown.
    /// </remarks>
    /// <param name="changed">Called when there may be changes; returns at once.</param>
    /// <param name="cancellationToken">Canceled when there are no more watchers.</param>
    public abstract Task WatchAsync(Action changed, CancellationToken cancellationToken);

    /// <summary>Releases what the dialect itself holds; all connections are disposed of before.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }
}
