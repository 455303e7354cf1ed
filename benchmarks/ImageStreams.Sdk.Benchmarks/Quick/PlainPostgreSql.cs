using ImageStreams.Serialization;
using ImageStreams.Storage;
using Npgsql;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>Plain statements for the rows that a write of the store leaves behind: one UPDATE and one INSERT in a transaction.</summary>
internal sealed class PlainPostgreSql
{
    private readonly NpgsqlConnection _connection;
    private readonly int _size;
    private long _version;

    public PlainPostgreSql(string connectionString, int size)
    {
        _size = size;
        _connection = new NpgsqlConnection($"{connectionString};Max Auto Prepare=8;Auto Prepare Min Usages=2");
        _connection.Open();
        Execute("DROP SCHEMA IF EXISTS plain CASCADE; CREATE SCHEMA plain; SET search_path TO plain");
        Execute("CREATE TABLE rows (version bigint PRIMARY KEY, ns text COLLATE \"C\" NOT NULL, name text COLLATE \"C\" NOT NULL, "
            + "superseded bigint, body bytea)");
        Execute("CREATE UNIQUE INDEX current ON rows (ns, name) WHERE superseded IS NULL");
        using var transaction = _connection.BeginTransaction();
        for (var i = 0; i < size; i++)
        {
            Execute("INSERT INTO rows (version, ns, name, body) VALUES ($1, $2, $3, $4)", NextRow());
        }

        transaction.Commit();
    }

    /// <summary>Replaces the oldest row by a new one.</summary>
    public long Write()
    {
        using var transaction = _connection.BeginTransaction();
        Execute("UPDATE rows SET superseded = $1 WHERE version = $2", _version + 1, _version + 1 - _size);
        Execute("INSERT INTO rows (version, ns, name, body) VALUES ($1, $2, $3, $4)", NextRow());
        transaction.Commit();
        return _version;
    }

    private object[] NextRow()
    {
        _version++;
        var i = _version % _size;
        var key = new ObjectKey($"project-{i % 100}", $"stream-{i}");
        return [_version, key.Namespace, key.Name, ImageStreamJson.SerializeToUtf8Bytes(SqliteBenchFile.Stream(key, (int)_version))];
    }

    private void Execute(string sql, params object[] values)
    {
#pragma warning disable CA2100 // Constants.
        using var command = new NpgsqlCommand(sql, _connection);
#pragma warning restore CA2100
        command.Parameters.AddRange(Array.ConvertAll(values, static value => new NpgsqlParameter { Value = value }));
        command.ExecuteNonQuery();
    }
}
