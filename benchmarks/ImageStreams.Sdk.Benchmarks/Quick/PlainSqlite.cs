using ImageStreams.Serialization;
using ImageStreams.Storage;
using Microsoft.Data.Sqlite;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>Plain statements for the rows that a write of the store leaves behind: one INSERT and one UPDATE in a transaction.</summary>
internal sealed class PlainSqlite
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _update;
    private readonly SqliteCommand _insert;
    private readonly int _size;
    private long _version;

    public PlainSqlite(int size, SqliteDurability durability)
    {
        _size = size;
        var path = Path.Combine(Directory.CreateTempSubdirectory("imagestreams-plain-").FullName, "plain.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        _connection = new SqliteConnection($"Data Source={path}");
        _connection.Open();
        Execute($"PRAGMA journal_mode = WAL; PRAGMA synchronous = {durability};");
        Execute("CREATE TABLE rows (version INTEGER PRIMARY KEY, ns TEXT, name TEXT, superseded INTEGER, body BLOB)");
        Execute("CREATE UNIQUE INDEX current ON rows (ns, name) WHERE superseded IS NULL");
        _update = Create("UPDATE rows SET superseded = $version WHERE version = $previous");
        _insert = Create("INSERT INTO rows (version, ns, name, body) VALUES ($version, $ns, $name, $body)");
        Fill();
    }

    /// <summary>Replaces the oldest row by a new one.</summary>
    public long Write()
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        Set(_update, transaction, ("$version", _version + 1), ("$previous", _version + 1 - _size));
        _update.ExecuteNonQuery();
        Insert(transaction);
        transaction.Commit();
        return _version;
    }

    private void Fill()
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        for (var i = 0; i < _size; i++)
        {
            Insert(transaction);
        }

        transaction.Commit();
    }

    private void Insert(SqliteTransaction transaction)
    {
        _version++;
        var i = _version % _size;
        var key = new ObjectKey($"project-{i % 100}", $"stream-{i}");
        var body = ImageStreamJson.SerializeToUtf8Bytes(SqliteBenchFile.Stream(key, (int)_version));
        Set(_insert, transaction, ("$version", _version), ("$ns", key.Namespace), ("$name", key.Name), ("$body", body));
        _insert.ExecuteNonQuery();
    }

    private static void Set(SqliteCommand command, SqliteTransaction transaction, params (string Name, object Value)[] values)
    {
        command.Transaction = transaction;
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }
    }

    private void Execute(string sql)
    {
        using var command = Create(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Create(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
