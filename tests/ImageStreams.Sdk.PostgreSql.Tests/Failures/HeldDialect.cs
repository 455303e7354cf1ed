using System.Data.Common;
using ImageStreams.Storage;

namespace ImageStreams.Tests.PostgreSql.Failures;

/// <summary>PostgreSQL with transactions that are held open, and with commits that nobody is notified of.</summary>
internal sealed class HeldDialect(RelationalDialect dialect) : RelationalDialect
{
    /// <summary>Awaited after a transaction has begun and has got its number from the server.</summary>
    public Func<DbTransaction, Task> Begun { get; set; } = static _ => Task.CompletedTask;

    /// <summary>True to notify other processes.</summary>
    public bool Announces { get; set; } = true;

    public override string Location => dialect.Location;

    public override string NumberType => dialect.NumberType;

    public override string TextType => dialect.TextType;

    public override string BytesType => dialect.BytesType;

    public override string RowLock => dialect.RowLock;

    public override string TableCount => dialect.TableCount;

    public override string? Announcement => Announces ? dialect.Announcement : null;

    public override string? ClockQuery => dialect.ClockQuery;

    public override ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => dialect.OpenAsync(cancellationToken);

    public override async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await dialect.BeginWriteAsync(connection, cancellationToken);
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, "SELECT pg_current_xact_id()");
        await command.ExecuteScalarAsync(cancellationToken);
        await Begun(transaction);
        return transaction;
    }

    public override ValueTask PrepareSchemaAsync(DbTransaction transaction, CancellationToken cancellationToken) =>
        dialect.PrepareSchemaAsync(transaction, cancellationToken);

    public override StoreFailure? Classify(Exception error) => dialect.Classify(error);

    public override Task WatchAsync(Action changed, CancellationToken cancellationToken) =>
        dialect.WatchAsync(changed, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await dialect.DisposeAsync();
        await base.DisposeAsync();
    }
}
