using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ImageStreams.Tests.Sqlite;

/// <summary>The registration of the store.</summary>
public sealed class UseSqliteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task UseSqlite_Path_IsTheOnlyStoreOfAllKinds()
    {
        var services = new ServiceCollection();
        services.AddImageStreams().UseSqlite(_folder.File());
        await using var provider = services.BuildServiceProvider();

        var store = provider.GetRequiredService<SqliteImageStreamStore>();

        Assert.Same(store, Assert.Single(provider.GetServices<IImageStreamStore>()));
        Assert.Same(store, Assert.Single(provider.GetServices<IStateStore>()));
        Assert.Same(store, Assert.Single(provider.GetServices<ILeaseStore>()));
    }

    [Fact]
    public async Task UseSqlite_ClientOfTheContainer_FindsItsStreamsAgain()
    {
        await using (var provider = Build())
        {
            await provider.GetRequiredService<IImageStreamClient>().Streams.CreateAsync(
                new ImageStream { Metadata = new ObjectMeta { Namespace = "shop", Name = "web" } });
        }

        await using var again = Build();

        Assert.NotNull(await again.GetRequiredService<IImageStreamClient>().Streams.GetAsync("shop", "web"));
    }

    [Fact]
    public async Task UseSqlite_NoPath_IsAnOptionsError()
    {
        var services = new ServiceCollection();
        services.AddImageStreams().UseSqlite(options => options.History = 0);
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IImageStreamStore>());

        Assert.Equal(
            ["History is 0 and must be between 1 and 1000000000.", "Path is empty and must be the path of a file."], error.Failures);
    }

    [Theory]
    [InlineData("Data Source=streams.db")]
    [InlineData(" filename=streams.db;Cache=Shared")]
    [InlineData("file:streams.db?mode=ro")]
    [InlineData(":memory:")]
    public void Validate_ConnectionStringInPlaceOfThePath_IsAnError(string path) => Assert.StartsWith(
        "Path must be the path of a file alone", Assert.Single(new SqliteStoreOptions { Path = path }.Validate()), StringComparison.Ordinal);

    [Fact]
    public void Validate_PathWithAnEqualsSign_IsNone() =>
        Assert.Empty(new SqliteStoreOptions { Path = "/data/env=test/streams.db" }.Validate());

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddImageStreams().UseSqlite(_folder.File("folder/store.db"));
        return services.BuildServiceProvider();
    }
}
