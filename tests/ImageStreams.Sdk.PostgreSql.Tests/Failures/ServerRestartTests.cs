using ImageStreams.Tests.PostgreSql.Servers;
using Npgsql;

namespace ImageStreams.Tests.PostgreSql.Failures;

/// <summary>Servers end under load: what was acknowledged stays, nothing is written twice, and watches go on.</summary>
public class ServerRestartTests
{
    private const int Rounds = 3;
    private const int Writes = 40;

    [PostgreSqlTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Restart_UnderLoad_LosesNothing(bool byCrash)
    {
        using var data = await DataFolder.CreateAsync();
        var server = await PostgreSqlServer.StartAsync(data);
        await using var stores = await LoadedStores.OpenAsync("load", server.ConnectionString, server.ConnectionString);

        await stores.RunAsync(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await stores.MoreAsync(Writes);
                await (byCrash ? server.CrashAsync() : server.StopAsync());
                await server.DisposeAsync();
                server = await PostgreSqlServer.StartAsync(data, server.Port);
            }

            await stores.MoreAsync(Writes);
        });
        await server.DisposeAsync();
    }

    [PostgreSqlFact]
    public async Task Failover_BehindOneAddress_LosesNothing()
    {
        using var data = await DataFolder.CreateAsync();
        var server = await PostgreSqlServer.StartAsync(data);
        await using var proxy = new CuttingProxy(server.Port);
        await using var stores = await LoadedStores.OpenAsync("load", Through(proxy.Port, server), Through(proxy.Port, server));

        await stores.RunAsync(async () =>
        {
            await stores.MoreAsync(Writes);
            await server.CrashAsync();
            await server.DisposeAsync();
            server = await PostgreSqlServer.StartAsync(data);
            proxy.Target = server.Port;
            await stores.MoreAsync(Writes);
        });
        await server.DisposeAsync();
    }

    [PostgreSqlFact]
    public async Task Failover_BetweenTwoHosts_LosesNothing()
    {
        using var data = await DataFolder.CreateAsync();
        var (first, second) = (PostgreSqlServer.FindFreePort(), PostgreSqlServer.FindFreePort());
        var server = await PostgreSqlServer.StartAsync(data, first);
        var both = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Host = $"127.0.0.1:{first},127.0.0.1:{second}" };
        await using var stores = await LoadedStores.OpenAsync("load", both.ConnectionString, both.ConnectionString);

        await stores.RunAsync(async () =>
        {
            await stores.MoreAsync(Writes);
            await server.StopAsync();
            await server.DisposeAsync();
            server = await PostgreSqlServer.StartAsync(data, second);
            await stores.MoreAsync(Writes);
        });
        await server.DisposeAsync();
    }

    private static string Through(int port, PostgreSqlServer server) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString) { Port = port }.ConnectionString;
}
