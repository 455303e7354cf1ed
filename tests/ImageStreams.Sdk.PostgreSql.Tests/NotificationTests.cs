using ImageStreams.Storage;
using ImageStreams.Tests.PostgreSql.Failures;
using ImageStreams.Tests.PostgreSql.Servers;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.PostgreSql;

/// <summary>Watches hear of the writes of others by notifications, and by a poll where those are lost.</summary>
[Collection(PostgreSqlCollection.Name)]
public class NotificationTests(PostgreSqlFixture fixture)
{
    private static readonly TimeSpan Never = PostgreSqlStoreOptions.MaxTime;
    private readonly string _schema = fixture.NextSchema();

    [PostgreSqlFact]
    public async Task Watch_WriteOfAnotherStore_IsHeard()
    {
        await using var writing = fixture.CreateStore(_schema);
        await using var watching = CreateWatching(Never);
        await using var watch = Watch(watching);
        await ListenAsync(watching, watch);

        var created = await writing.Streams.CreateAsync(Stream("shop", "web"));

        Assert.Equal(created, (await watch.NextAsync()).Subject());
    }

    [PostgreSqlFact]
    public async Task Watch_NotificationNeverSent_IsFoundByThePoll()
    {
        await using var writing = HeldStore.Create(fixture.Server, _schema);
        writing.Dialect.Announces = false;
        await using var watching = CreateWatching(TimeSpan.FromMilliseconds(20));
        await using var watch = Watch(watching);
        await ListenAsync(watching, watch);

        var created = await writing.Streams.CreateAsync(Stream("shop", "web"));

        Assert.Equal(created, (await watch.NextAsync()).Subject());
    }

    [PostgreSqlFact]
    public async Task Watch_ListenConnectionCut_GoesOnWithAnother()
    {
        await using var writing = fixture.CreateStore(_schema);
        await using var watching = CreateWatching(Never);
        await using var watch = Watch(watching);
        await ListenAsync(watching, watch);

        await fixture.Server.RunAsync(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{_schema}' AND query LIKE 'SELECT current_schema%'");
        var created = await writing.Streams.CreateAsync(Stream("shop", "web"));

        Assert.Equal(created, (await watch.NextAsync()).Subject());
    }

    [PostgreSqlFact]
    public async Task Watch_OtherSchemaOfTheDatabase_IsAnotherStore()
    {
        await using var writing = fixture.CreateStore(_schema);
        await using var other = fixture.CreateStore(fixture.NextSchema());
        await using var watch = Watch(other);
        await ListenAsync(other, watch);

        await writing.Streams.CreateAsync(Stream("shop", "web"));
        var created = await other.Streams.CreateAsync(Stream("shop", "other"));

        Assert.Equal(created, (await watch.NextAsync()).Subject());
    }

    private PostgreSqlImageStreamStore CreateWatching(TimeSpan poll) => fixture.CreateStore(
        _schema,
        options =>
        {
            options.PollInterval = poll;
            options.ConnectionString += $";Application Name={_schema}";
        });

    private static WatchProbe<ImageStream> Watch(PostgreSqlImageStreamStore store) =>
        new(store.Streams, new() { ResourceVersion = "1" });

    /// <summary>Begins a watch, and waits until it listens.</summary>
    private async Task ListenAsync(PostgreSqlImageStreamStore store, WatchProbe<ImageStream> watch)
    {
        await store.OpenAsync();
        watch.Begin();
        await Eventually.TrueAsync(async () => (long)(await fixture.Server.RunAsync(
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT current_schema%' AND state = 'idle'"))! > 0);
    }
}
