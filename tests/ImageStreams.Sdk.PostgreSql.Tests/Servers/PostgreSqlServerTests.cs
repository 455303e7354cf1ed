namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>The servers that the other tests use.</summary>
public sealed class PostgreSqlServerTests
{
    [PostgreSqlFact]
    public async Task SecondServer_AfterTheFirstOneHasCrashed_HasWhatWasCommitted()
    {
        using var data = await DataFolder.CreateAsync();
        await using var first = await PostgreSqlServer.StartAsync(data);
        await first.RunAsync("CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");

        await first.CrashAsync();
        await using var second = await PostgreSqlServer.StartAsync(data);

        Assert.Equal(7, await second.RunAsync("SELECT n FROM kept"));
        Assert.Equal("UTF8", await second.RunAsync("SHOW server_encoding"));
    }

    [PostgreSqlFact]
    public async Task SamePort_AfterAStop_AnswersAgain()
    {
        using var data = await DataFolder.CreateAsync();
        await using var first = await PostgreSqlServer.StartAsync(data);

        await first.StopAsync();
        await using var again = await PostgreSqlServer.StartAsync(data, first.Port);

        Assert.Equal(1, await again.RunAsync("SELECT 1"));
    }
}
