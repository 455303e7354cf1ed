using ImageStreams.Storage;
using ImageStreams.Tests.PostgreSql.Servers;
using Npgsql;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.PostgreSql.Failures;

/// <summary>Databases that cannot be used are refused with a sentence.</summary>
[Collection(PostgreSqlCollection.Name)]
public class RefusedDatabaseTests(PostgreSqlFixture fixture)
{
    private readonly string _schema = fixture.NextSchema();

    [PostgreSqlFact]
    public async Task Open_OtherEncoding_IsRefused()
    {
        await fixture.Server.RunAsync($"CREATE DATABASE latin_{_schema} ENCODING 'LATIN1' TEMPLATE template0");
        await using var store = fixture.CreateStore(_schema, options => options.ConnectionString += $";Database=latin_{_schema}");

        var error = await Assert.ThrowsAsync<StoreException>(async () => await store.OpenAsync());

        Assert.Equal(StoreFailure.Damaged, error.Reason);
        Assert.Contains("the encoding of the database is LATIN1; use a database with the encoding UTF8", error.Message, StringComparison.Ordinal);
    }

    [PostgreSqlTheory]
    [InlineData("Username=nobody", "role \"nobody\" does not exist")]
    [InlineData("Database=nothing", "database \"nothing\" does not exist")]
    public async Task Open_UnknownUserOrDatabase_IsRefusedAtOnce(string setting, string cause)
    {
        await using var store = fixture.CreateStore(_schema, options => options.ConnectionString += $";{setting}");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.OpenAsync());

        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task Open_NoRightToCreateTheTables_IsReadOnly()
    {
        await fixture.Server.RunAsync($"CREATE ROLE role_{_schema} LOGIN; CREATE SCHEMA {_schema}; GRANT USAGE ON SCHEMA {_schema} TO role_{_schema}");
        await using var store = fixture.CreateStore(_schema, options => options.ConnectionString += $";Username=role_{_schema}");

        var error = await Assert.ThrowsAsync<StoreException>(async () => await store.OpenAsync());

        Assert.Equal(StoreFailure.ReadOnly, error.Reason);
        Assert.Contains($"permission denied for schema {_schema}", error.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task Open_NewerSchema_IsRefused()
    {
        await using (var store = fixture.CreateStore(_schema))
        {
            await store.OpenAsync();
        }

        await fixture.Server.RunAsync($"UPDATE {_schema}.imagestreams_store SET schema_version = 99");
        await using var older = fixture.CreateStore(_schema);

        var error = await Assert.ThrowsAsync<StoreException>(async () => await older.OpenAsync());

        Assert.Equal(StoreFailure.NewerSchema, error.Reason);
    }

    [PostgreSqlFact]
    public async Task Open_ManyStoresAtOnce_CreateTheTablesOnce()
    {
        var stores = Enumerable.Range(0, 8).Select(_ => fixture.CreateStore(_schema)).ToList();

        await Task.WhenAll(stores.Select(store => Task.Run(async () => await store.OpenAsync())));

        Assert.Equal(2, (await stores[0].Streams.CreateAsync(Stream("shop", "web"))).Version());
        foreach (var store in stores)
        {
            Assert.Single((await store.Streams.ListAsync(ListQuery.All)).Items);
            await store.DisposeAsync();
        }
    }

    [PostgreSqlFact]
    public async Task Open_Standby_IsReadOnlyUntilItIsThePrimary()
    {
        using var data = await DataFolder.CreateAsync();
        await using (var primary = await PostgreSqlServer.StartAsync(data))
        {
            await using var store = new PostgreSqlImageStreamStore(primary.ConnectionString);
            await store.Streams.CreateAsync(Stream("shop", "web"));
            await primary.StopAsync();
        }

        await data.MakeStandbyAsync();
        await using var standby = await PostgreSqlServer.StartAsync(data);
        await using var other = new PostgreSqlImageStreamStore(standby.ConnectionString);
        var error = await Assert.ThrowsAsync<StoreException>(async () => await other.OpenAsync());
        await standby.RunAsync("SELECT pg_promote()");

        Assert.Equal(StoreFailure.ReadOnly, error.Reason);
        Assert.Contains("the server is a standby", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await other.Streams.CreateAsync(Stream("shop", "other"))).Version());
    }

    [PostgreSqlFact]
    public async Task Store_DataSourceOfTheCaller_IsUsedAndStays()
    {
        await using var source = NpgsqlDataSource.Create(fixture.Server.ConnectionString);
        await using (var store = new PostgreSqlImageStreamStore(source, new() { Schema = _schema }, timeProvider: null))
        {
            await store.Streams.CreateAsync(Stream("shop", "web"));
        }

        await using var command = source.CreateCommand($"SELECT current_version FROM {_schema}.imagestreams_store");
        Assert.Equal(2L, await command.ExecuteScalarAsync());
    }
}
