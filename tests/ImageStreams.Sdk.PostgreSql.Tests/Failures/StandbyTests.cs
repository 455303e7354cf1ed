using ImageStreams.Storage;
using ImageStreams.Tests.PostgreSql.Servers;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.PostgreSql.Failures;

/// <summary>A failover in which the server that takes over is a standby for a while.</summary>
public class StandbyTests
{
    [PostgreSqlFact]
    public async Task Failover_ServerIsAStandbyAtFirst_IsUnavailableAndWatchesGoOn()
    {
        using var data = await DataFolder.CreateAsync();
        await using var server = await ReplacedServer.StartAsync(data);
        await using var store = new PostgreSqlImageStreamStore(new PostgreSqlStoreOptions
        {
            ConnectionString = server.Current.ConnectionString,
            RetryTime = TimeSpan.Zero,
        });
        var first = await store.Streams.CreateAsync(Stream("shop", "first"));
        await using var watch = new WatchProbe<ImageStream>(store.Streams, WatchQuery.All);
        Assert.Equal(first, (await watch.NextAsync()).Subject());
        watch.Begin();

        await data.MakeStandbyAsync();
        await server.ReplaceAsync(byCrash: false, server.Current.Port);
        await Eventually.TrueAsync(async () => (await FailAsync(store)).Contains("the server is a standby", StringComparison.Ordinal));
        await server.Current.RunAsync("SELECT pg_promote()");
        var second = await store.Streams.CreateAsync(Stream("shop", "second"));

        Assert.Equal(second, (await watch.NextAsync()).Subject());
    }

    private static async Task<string> FailAsync(PostgreSqlImageStreamStore store)
    {
        var error = await Assert.ThrowsAsync<StoreException>(async () => await store.Streams.CreateAsync(Stream("shop", "refused")));
        Assert.Equal(StoreFailure.Unavailable, error.Reason);
        return error.Message;
    }
}
