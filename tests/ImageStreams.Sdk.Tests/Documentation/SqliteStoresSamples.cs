using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Documentation;

public sealed class SqliteStoresSamples : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("imagestreams-sample-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task UseSqlite_RegistersTheStore()
    {
        var services = new ServiceCollection();
        var path = Path.Combine(_folder.FullName, "streams.db");

        // sample: stores-sqlite
        services.AddImageStreams().UseSqlite(path);
        // end

        await using var provider = services.BuildServiceProvider();
        Assert.IsType<SqliteImageStreamStore>(provider.GetRequiredService<IImageStreamStore>());
    }

    [Fact]
    public async Task Watch_GoesOnAfterARestart()
    {
        var options = new SqliteStoreOptions { Path = Path.Combine(_folder.FullName, "streams.db") };
        var seen = await WriteAsync(options);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        // sample: stores-resume
        await using var store = new SqliteImageStreamStore(options);
        var query = new WatchQuery { ResourceVersion = seen };   // that of the last event that the client has handled
        await foreach (var change in store.Streams.WatchAsync(query, stop.Token))
        {
            seen = change.ResourceVersion;
            break;
        }
        // end

        Assert.Equal("3", seen);
    }

    private static async Task<string> WriteAsync(SqliteStoreOptions options)
    {
        await using var store = new SqliteImageStreamStore(options);
        var created = await store.Streams.CreateAsync(new() { Metadata = new() { Namespace = "shop", Name = "ruby" } });
        await store.Streams.DeleteAsync(new ObjectKey("shop", "ruby"));
        return created.Metadata.ResourceVersion!;
    }
}
