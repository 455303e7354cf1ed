using ImageStreams.Storage;
using ImageStreams.Tests.PostgreSql.Servers;
using ImageStreams.Tests.Storage;
using Npgsql;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.PostgreSql.Failures;

/// <summary>Connections break in mid-transaction and during a commit.</summary>
[Collection(PostgreSqlCollection.Name)]
public class BrokenConnectionTests(PostgreSqlFixture fixture)
{
    private readonly string _schema = fixture.NextSchema();

    [PostgreSqlTheory]
    [InlineData("BEGIN", CutPlace.BeforeMessage)]
    [InlineData("BEGIN", CutPlace.AfterMessage)]
    [InlineData("BEGIN", CutPlace.BeforeAnswer)]
    [InlineData("pg_notify", CutPlace.BeforeMessage)]
    [InlineData("pg_notify", CutPlace.AfterMessage)]
    [InlineData("pg_notify", CutPlace.BeforeAnswer)]
    [InlineData("COMMIT;", CutPlace.BeforeMessage)]
    [InlineData("COMMIT;", CutPlace.AfterMessage)]
    [InlineData("COMMIT;", CutPlace.BeforeAnswer)]
    public async Task Write_CutAt_IsWrittenOnce(string message, CutPlace place)
    {
        await using var proxy = new CuttingProxy(fixture.Server.Port);
        await using var store = CreateStore(proxy);
        await using var watch = new WatchProbe<ImageStream>(store.Streams, new() { ResourceVersion = "1" });
        var created = await store.Streams.CreateAsync(Stream("shop", "web"));

        proxy.CutOnce(new ConnectionCut(message, place));
        var updated = await store.Streams.UpdateAsync(created.Noted("new"));
        proxy.CutOnce(new ConnectionCut(message, place));
        var other = await store.Streams.CreateAsync(Stream("shop", "other"));
        proxy.CutOnce(new ConnectionCut(message, place));
        var deleted = await store.Streams.DeleteAsync(new ObjectKey("shop", "web"));

        Assert.Equal(3, proxy.Cuts);
        var reported = await watch.NextAsync(4);
        Assert.Equal([created, updated, other, deleted], reported.Select(change => change.Subject()));
        Assert.Equal([2, 3, 4, 5], reported.Select(change => Number(change.ResourceVersion)));
    }

    [PostgreSqlFact]
    public async Task Write_ServerGoneAfterTheCommit_SaysThatTheOutcomeIsUnknown()
    {
        await using var proxy = new CuttingProxy(fixture.Server.Port);
        await using var store = CreateStore(proxy, retryTime: TimeSpan.Zero);
        await store.OpenAsync();
        await store.Streams.CreateAsync(Stream("shop", "first"));

        proxy.CutOnce(new ConnectionCut("COMMIT;", CutPlace.BeforeAnswer));
        proxy.Target = 1;
        var error = await Assert.ThrowsAsync<StoreException>(async () => await store.Streams.CreateAsync(Stream("shop", "web")));
        proxy.Target = fixture.Server.Port;

        Assert.Equal(StoreFailure.Unavailable, error.Reason);
        Assert.Contains("whether the write was committed could not be found out", error.Message, StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => await store.Streams.FindAsync(new ObjectKey("shop", "web")) is not null);
    }

    [PostgreSqlFact]
    public async Task Backends_TerminatedUnderLoad_LoseNothing()
    {
        const int times = 30;
        await using var stores = await LoadedStores.OpenAsync(_schema, fixture.Server.ConnectionString, fixture.Server.ConnectionString);

        await stores.RunAsync(async () =>
        {
            for (var i = 0; i < times; i++)
            {
                await stores.MoreAsync(5);
                await fixture.Server.RunAsync(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ImageStreams'");
            }
        });
    }

    private PostgreSqlImageStreamStore CreateStore(CuttingProxy proxy, TimeSpan? retryTime = null) => fixture.CreateStore(
        _schema,
        options =>
        {
            options.ConnectionString =
                new NpgsqlConnectionStringBuilder(options.ConnectionString) { Port = proxy.Port }.ConnectionString;
            options.RetryTime = retryTime ?? options.RetryTime;
        });
}
