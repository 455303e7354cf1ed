using ImageStreams.Clients;
using ImageStreams.Storage;
using ImageStreams.Tests.PostgreSql.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ImageStreams.Tests.PostgreSql;

/// <summary>The registration of the store.</summary>
[Collection(PostgreSqlCollection.Name)]
public class UsePostgreSqlTests(PostgreSqlFixture fixture)
{
    private const string SomeServer = "Host=127.0.0.1;Port=1;Username=keeper";
    private readonly string _schema = fixture.NextSchema();

    [Fact]
    public async Task UsePostgreSql_ConnectionString_IsTheOnlyStoreOfAllKinds()
    {
        var services = new ServiceCollection();
        services.AddImageStreams().UsePostgreSql(SomeServer).UsePostgreSql();
        await using var provider = services.BuildServiceProvider();

        var store = provider.GetRequiredService<PostgreSqlImageStreamStore>();

        Assert.Same(store, Assert.Single(provider.GetServices<IImageStreamStore>()));
        Assert.Same(store, Assert.Single(provider.GetServices<IStateStore>()));
        Assert.Same(store, Assert.Single(provider.GetServices<ILeaseStore>()));
    }

    [PostgreSqlFact]
    public async Task UsePostgreSql_ClientOfTheContainer_FindsItsStreamsAgain()
    {
        await using (var provider = Build())
        {
            await provider.GetRequiredService<IImageStreamClient>().Streams.CreateAsync(
                new ImageStream { Metadata = new ObjectMeta { Namespace = "shop", Name = "web" } });
        }

        await using var again = Build();

        Assert.NotNull(await again.GetRequiredService<IImageStreamClient>().Streams.GetAsync("shop", "web"));
    }

    [PostgreSqlFact]
    public async Task UsePostgreSql_DataSourceOfTheCollection_IsUsed()
    {
        var services = new ServiceCollection();
        services.AddSingleton(_ => NpgsqlDataSource.Create(fixture.Server.ConnectionString));
        services.AddImageStreams().UsePostgreSql(configure: options => options.Schema = _schema);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<PostgreSqlImageStreamStore>().OpenAsync();

        Assert.Equal(1L, await fixture.Server.RunAsync($"SELECT current_version FROM {_schema}.imagestreams_store"));
    }

    [Fact]
    public async Task UsePostgreSql_OptionsOutOfRange_AreAnOptionsError()
    {
        var services = new ServiceCollection();
        services.AddImageStreams().UsePostgreSql(
            SomeServer,
            options => (options.Schema, options.PollInterval, options.CommandTimeout) = ("", TimeSpan.Zero, TimeSpan.Zero));
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IImageStreamStore>());

        Assert.Equal(
            [
                "Schema must have 1 to 63 bytes, and no NUL.",
                "CommandTimeout is 00:00:00 and must be between a second and 1.00:00:00.",
                "PollInterval is 00:00:00 and must be between 10 milliseconds and 1.00:00:00.",
            ],
            error.Failures);
    }

    [Theory]
    [InlineData(null, "ConnectionString is not set")]
    [InlineData("", "ConnectionString is not set")]
    [InlineData("Database=images", "names no Host")]
    [InlineData("Host=db;Colour=blue", "colour")]
    public void Store_NoUsableConnectionString_IsAnArgumentError(string? text, string cause)
    {
        var options = new PostgreSqlStoreOptions { ConnectionString = text };

        var error = Assert.ThrowsAny<ArgumentException>(() => new PostgreSqlImageStreamStore(options));

        Assert.Contains(cause, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddImageStreams().UsePostgreSql(fixture.Server.ConnectionString, options => options.Schema = _schema);
        return services.BuildServiceProvider();
    }
}
