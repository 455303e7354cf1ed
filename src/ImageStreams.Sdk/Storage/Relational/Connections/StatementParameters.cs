using System.Data.Common;
using System.Globalization;

namespace ImageStreams.Storage;

/// <summary>Gives commands their parameters.</summary>
internal static class StatementParameters
{
    /// <summary>Creates a batch of statements, each with its own parameters.</summary>
    public static DbBatch CreateBatch(DbConnection connection, DbTransaction? transaction, IReadOnlyList<Statement> statements)
    {
        var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var statement in statements)
        {
            var command = batch.CreateBatchCommand();
#pragma warning disable CA2100 // One of the constants of StoreSql or StoreSchema; all values are parameters.
            command.CommandText = statement.Sql;
#pragma warning restore CA2100
            Add(command.Parameters, command.CreateParameter, statement.Values);
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    /// <summary>Adds the parameters @p0, @p1 and so on.</summary>
    public static void Add(DbParameterCollection parameters, Func<DbParameter> create, object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = create();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            parameter.Value = values[i];
            parameters.Add(parameter);
        }
    }
}
