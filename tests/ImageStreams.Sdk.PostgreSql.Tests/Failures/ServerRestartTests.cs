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
        await using var server = await ReplacedServer.StartAsync(data);
        var place = server.Current.ConnectionString;
        await using var stores = await LoadedStores.OpenAsync("load", place, place);

        await stores.RunAsync(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await stores.MoreAsync(Writes);
                await server.ReplaceAsync(byCrash, server.Current.Port);
            }

            await stores.MoreAsync(Writes);
        });
    }

    [PostgreSqlFact]
    public async Task Failover_BehindOneAddress_LosesNothing()
    {
        using var data = await DataFolder.CreateAsync();
        await using var server = await ReplacedServer.StartAsync(data);
        await using var proxy = new CuttingProxy(server.Current.Port);
        var place = new NpgsqlConnectionStringBuilder(server.Current.ConnectionString) { Port = proxy.Port }.ConnectionString;
        await using var stores = await LoadedStores.OpenAsync("load", place, place);

        await stores.RunAsync(async () =>
        {
            await stores.MoreAsync(Writes);
            await server.ReplaceAsync(byCrash: true, port: null);
            proxy.Target = server.Current.Port;
            await stores.MoreAsync(Writes);
        });
    }

    [PostgreSqlFact]
    public async Task Failover_BetweenTwoHosts_LosesNothing()
    {
        using var data = await DataFolder.CreateAsync();
        var (first, second) = (PostgreSqlServer.FindFreePort(), PostgreSqlServer.FindFreePort());
        await using var server = await ReplacedServer.StartAsync(data, first);
        var hosts = $"127.0.0.1:{first},127.0.0.1:{second}";
        var place = new NpgsqlConnectionStringBuilder(server.Current.ConnectionString) { Host = hosts }.ConnectionString;
        await using var stores = await LoadedStores.OpenAsync("load", place, place);

        await stores.RunAsync(async () =>
        {
            await stores.MoreAsync(Writes);
            await server.ReplaceAsync(byCrash: false, second);
            await stores.MoreAsync(Writes);
        });
    }
}
