using ImageStreams.Storage;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Testing;

/// <summary>The simulated world with its streams in a SQLite file: the same events at the same times as in memory.</summary>
public sealed class WorldOnSqliteTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("imagestreams-world-");
    private SqliteImageStreamStore? _store;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _store!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task BaseImageMovesForADay_TheLogIsThatOfTheStoreInMemory()
    {
        _store = new SqliteImageStreamStore(Path.Combine(_folder.FullName, "world.db"));

        var expected = await LogAsync(new WorldOptions());
        var log = await LogAsync(new WorldOptions { CreateStore = () => _store });

        Assert.Contains("python", log, StringComparison.Ordinal);
        Assert.Equal(expected, log);
        Assert.Equal(2, (await _store.Streams.ListAsync(ListQuery.All)).Items.Count);
    }

    private static async Task<string> LogAsync(WorldOptions options)
    {
        using var world = await ShopWorld.OpenAsync(options);
        for (var patch = 20; patch < 24; patch++)
        {
            await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create($"python 3.8.{patch}"));
            await world.AdvanceAsync(TimeSpan.FromHours(6));
        }

        return world.Log.ToString(0);
    }
}
