using Microsoft.Data.Sqlite;

namespace ImageStreams.Tests.Sqlite;

/// <summary>Statements past the store.</summary>
internal static class RawSqlite
{
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    public static async Task<long> CountAsync(string path, string table) =>
        (long)(await QueryAsync(path, $"SELECT count(*) FROM {table}"))!;

    public static async Task<object?> QueryAsync(string path, string sql)
    {
        await using var connection = Open(path);
        return Query(connection, sql);
    }

    public static object? Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
