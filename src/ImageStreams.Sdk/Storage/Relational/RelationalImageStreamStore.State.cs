using System.Data.Common;
using ImageStreams.Collections;

namespace ImageStreams.Storage;

public abstract partial class RelationalImageStreamStore
{
    /// <inheritdoc/>
    public async ValueTask<ValueList<StateRecord>> ReadAsync(string section, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(section);
        cancellationToken.ThrowIfCancellationRequested();
        StoredText.Require(section, nameof(section));
        var records = await _database.ReadAsync(
            connection => connection.QueryAsync(new Statement(StoreSql.ReadState, section), Read, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return ValueList.Create<StateRecord>([.. records]);

        StateRecord Read(DbDataReader row) => new(section, row.GetString(0), StoredText.Decode(row.GetFieldValue<byte[]>(1)));
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(IReadOnlyCollection<StateRecord> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        cancellationToken.ThrowIfCancellationRequested();
        var statements = records.Select(CreateStatement).ToList();
        if (statements.Count > 0)
        {
            var bytes = records.Sum(record => 256L + (record.Value?.Length ?? 0));
            var work = new StateWork(statements, bytes, cancellationToken);
            _queue.Add(work);
            await work.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static Statement CreateStatement(StateRecord record)
    {
        StoreArguments.Require(record);
        StoredText.Require(record.Section, nameof(record));
        StoredText.Require(record.Key, nameof(record));
        return record.Value is null
            ? new Statement(StoreSql.RemoveState, record.Section, record.Key)
            : new Statement(StoreSql.WriteState, record.Section, record.Key, StoredText.Encode(record.Value));
    }
}
