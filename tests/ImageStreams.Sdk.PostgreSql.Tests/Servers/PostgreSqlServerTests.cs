using Npgsql;

namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>The servers that the other tests use.</summary>
public sealed class PostgreSqlServerTests
{
    [PostgreSqlFact]
    public async Task SecondServer_AfterTheFirstOneHasCrashed_HasWhatWasCommitted()
    {
        using var data = await DataFolder.CreateAsync();
        await using var first = await PostgreSqlServer.StartAsync(data);
        await RunAsync(first, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");

        await first.CrashAsync();
        await using var second = await PostgreSqlServer.StartAsync(data);

        Assert.Equal(7, await RunAsync(second, "SELECT n FROM kept"));
        Assert.Equal("UTF8", await RunAsync(second, "SHOW server_encoding"));
    }

    [PostgreSqlFact]
    public async Task SamePort_AfterAStop_AnswersAgain()
    {
        using var data = await DataFolder.CreateAsync();
        await using var first = await PostgreSqlServer.StartAsync(data);

        await first.StopAsync();
        await using var again = await PostgreSqlServer.StartAsync(data, first.Port);

        Assert.Equal(1, await RunAsync(again, "SELECT 1"));
    }

    private static async Task<object?> RunAsync(PostgreSqlServer server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
