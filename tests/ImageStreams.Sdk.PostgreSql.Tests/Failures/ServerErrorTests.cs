using ImageStreams.Storage;
using ImageStreams.Tests.PostgreSql.Servers;
using ImageStreams.Tests.Storage;
using Npgsql;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.PostgreSql.Failures;

/// <summary>What the server refuses is a typed error that names the store and the cause, and nothing is half written.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class ServerErrorTests(PostgreSqlFixture fixture) : IAsyncLifetime
{
    private readonly string _schema = fixture.NextSchema();
    private PostgreSqlImageStreamStore? _store;

    private PostgreSqlImageStreamStore Store => _store!;

    private string Role => $"role_{_schema}";

    public async Task InitializeAsync() => await (_store = fixture.CreateStore(_schema)).OpenAsync();

    public async Task DisposeAsync() => await Store.DisposeAsync();

    [PostgreSqlTheory]
    [InlineData("53100", StoreFailure.OutOfSpace, "no space left, and nothing was written")]
    [InlineData("25006", StoreFailure.ReadOnly, "does not accept writes")]
    [InlineData("42501", StoreFailure.ReadOnly, "does not accept writes")]
    [InlineData("57P01", StoreFailure.Unavailable, "cannot be used now")]
    [InlineData("40P01", StoreFailure.Unavailable, "cannot be used now")]
    [InlineData("53200", StoreFailure.Unavailable, "cannot be used now")]
    [InlineData("XX001", StoreFailure.Damaged, "is damaged")]
    public async Task Write_RefusedByTheServer_HasItsReason(string code, StoreFailure reason, string message)
    {
        await using var store = CreateStore(static options => options.RetryTime = TimeSpan.Zero);
        await RunAsync($"""
            CREATE FUNCTION {_schema}.fail() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'as the test wants it' USING ERRCODE = '{code}'; END $$;
            CREATE TRIGGER fail BEFORE UPDATE ON {_schema}.imagestreams_store EXECUTE FUNCTION {_schema}.fail()
            """);

        var error = await FailAsync(store);
        await RunAsync($"DROP TRIGGER fail ON {_schema}.imagestreams_store");

        Assert.Equal(reason, error.Reason);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("as the test wants it", error.Message, StringComparison.Ordinal);
        Assert.Contains($"(schema {_schema})", error.Message, StringComparison.Ordinal);
        Assert.Empty((await store.Streams.ListAsync(ListQuery.All)).Items);
        Assert.Equal(2, (await store.Streams.CreateAsync(Stream("shop", "web"))).Version());
    }

    [PostgreSqlFact]
    public async Task Open_NobodyListens_IsUnavailable()
    {
        await using var store = CreateStore(static options =>
        {
            options.RetryTime = TimeSpan.Zero;
            options.ConnectionString = "Host=127.0.0.1;Port=1;Username=keeper;Password=secret";
        });

        var error = await Assert.ThrowsAsync<StoreException>(async () => await store.OpenAsync());

        Assert.Equal(StoreFailure.Unavailable, error.Reason);
        Assert.Contains("127.0.0.1:1/keeper", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task Write_LockedByAnotherTransaction_IsUnavailableAfterTheTimeout()
    {
        await using var holding = NpgsqlDataSource.Create($"{fixture.Server.ConnectionString};Search Path={_schema}");
        await using var connection = await holding.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("SELECT 1 FROM imagestreams_store FOR UPDATE", connection);
        await command.ExecuteScalarAsync();
        await using var store = CreateStore(static options =>
            (options.RetryTime, options.CommandTimeout) = (TimeSpan.Zero, TimeSpan.FromSeconds(1)));

        Assert.Equal(StoreFailure.Unavailable, (await FailAsync(store)).Reason);
        await transaction.RollbackAsync();
        await store.Streams.CreateAsync(Stream("shop", "web"));
    }

    [PostgreSqlFact]
    public async Task Open_TooManyConnections_IsUnavailable()
    {
        await using var store = await CreateStoreOfRoleAsync("CONNECTION LIMIT 0");

        var error = await FailAsync(store);

        Assert.Equal(StoreFailure.Unavailable, error.Reason);
        Assert.Contains("too many connections", error.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task Store_RoleThatMayOnlyWriteTheTables_Works()
    {
        await using var store = await CreateStoreOfRoleAsync("", "SELECT, INSERT, UPDATE, DELETE");
        await using var watch = new WatchProbe<ImageStream>(store.Streams, WatchQuery.All);
        watch.Begin();

        var created = await store.Streams.CreateAsync(Stream("shop", "web"));

        Assert.Equal(created, (await watch.NextAsync()).Subject());
    }

    [PostgreSqlTheory]
    [InlineData("", "SELECT")]
    [InlineData("", "SELECT, UPDATE")]
    [InlineData("SET default_transaction_read_only = on", "ALL")]
    public async Task Store_RoleThatMayNotWrite_ReadsAndIsReadOnly(string setting, string rights)
    {
        var created = await Store.Streams.CreateAsync(Stream("shop", "web"));
        await using var store = await CreateStoreOfRoleAsync("", rights);
        await RunAsync(setting.Length == 0 ? "SELECT 1" : $"ALTER ROLE {Role} {setting}");

        Assert.Equal(StoreFailure.ReadOnly, (await FailAsync(store)).Reason);
        Assert.Equal(created, await store.Streams.FindAsync(new ObjectKey("shop", "web")));
        await using var watch = new WatchProbe<ImageStream>(store.Streams, WatchQuery.All);
        Assert.Equal(created, (await watch.NextAsync()).Subject());
    }

    private async Task<PostgreSqlImageStreamStore> CreateStoreOfRoleAsync(string attributes, string rights = "ALL")
    {
        await RunAsync($"""
            CREATE ROLE {Role} LOGIN {attributes};
            GRANT USAGE ON SCHEMA {_schema} TO {Role};
            GRANT {rights} ON ALL TABLES IN SCHEMA {_schema} TO {Role}
            """);
        return CreateStore(options =>
        {
            options.RetryTime = TimeSpan.Zero;
            options.ConnectionString += $";Username={Role}";
        });
    }

    private static Task<StoreException> FailAsync(PostgreSqlImageStreamStore store) =>
        Assert.ThrowsAsync<StoreException>(async () => await store.Streams.CreateAsync(Stream("shop", "refused")));

    private PostgreSqlImageStreamStore CreateStore(Action<PostgreSqlStoreOptions> configure) => fixture.CreateStore(_schema, configure);

    private Task<object?> RunAsync(string sql) => fixture.Server.RunAsync(sql);
}
