using ImageStreams.Storage;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Sqlite;

/// <summary>The tables: created once, migrated forward, and refused when they are newer.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_NewerSchema_IsRefusedWithASentence()
    {
        await using (var store = new SqliteImageStreamStore(Path))
        {
            await store.OpenAsync();
        }

        await RawSqlite.QueryAsync(Path, "UPDATE imagestreams_store SET schema_version = 9");
        await using var again = new SqliteImageStreamStore(Path);

        var failure = await Assert.ThrowsAsync<StoreException>(async () => await again.OpenAsync());

        Assert.Equal(StoreFailure.NewerSchema, failure.Reason);
        Assert.Equal(
            $"The store {Path} has version 9 of its tables, and this library knows version {StoreSchema.Migrations.Count}; "
            + "use the library that wrote it, or a later one.",
            failure.Message);
    }

    /// <summary>A migration that would be made twice fails at its first statement.</summary>
    [Fact]
    public async Task Open_ManyAtOnce_CreateOneStore()
    {
        var stores = Enumerable.Range(0, 8).Select(_ => new SqliteImageStreamStore(Path)).ToList();

        var created = await Task.WhenAll(stores.Select(
            (store, i) => Task.Run(async () => await store.Streams.CreateAsync(Stream("shop", $"s{i}")))));

        Assert.Equal(Enumerable.Range(2, 8), created.Select(stream => (int)stream.Version()).Order());
        Assert.Equal(1L, await RawSqlite.CountAsync(Path, "imagestreams_store"));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    /// <summary>A file as each earlier version has left it is brought to the newest, with all that is in it.</summary>
    [Fact]
    public async Task Open_EveryEarlierSchema_IsMigratedWithItsContent()
    {
        for (var version = 1; version < StoreSchema.Migrations.Count; version++)
        {
            var path = _folder.File($"v{version}.db");
            await CreateAsync(path, version);
            await using var store = new SqliteImageStreamStore(path);

            Assert.NotNull(await store.Streams.FindAsync(new("shop", "web")));
            Assert.Equal(3, (await store.Streams.CreateAsync(Stream("shop", "api"))).Version());
        }

        Assert.NotEmpty(StoreSchema.Migrations);
    }

    [Fact]
    public async Task Dispose_ReleasesTheFileAndLaterCallsFail()
    {
        var store = new SqliteImageStreamStore(Path);
        await using var watch = new WatchProbe<ImageStream>(store.Streams, WatchQuery.All);
        watch.Begin();
        await store.Streams.CreateAsync(Stream("shop", "web"));
        await watch.NextAsync();
        watch.Begin();

        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(watch.NextAsync);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.OpenAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.Streams.FindAsync(new("shop", "web")));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.Streams.CreateAsync(Stream("shop", "api")));
        Assert.Equal([Path], Directory.GetFiles(_folder.Path));
    }

    private static async Task CreateAsync(string path, int version)
    {
        var dialect = new SqliteDialect(new SqliteStoreOptions { Path = path });
        foreach (var statement in StoreSchema.Migrations.Take(version).SelectMany(statements => statements))
        {
            await RawSqlite.QueryAsync(path, StoreSchema.Translate(statement, dialect));
        }

        await RawSqlite.QueryAsync(path, StoreSchema.FirstRow.Replace("@p0", "'id'", StringComparison.Ordinal));
        await RawSqlite.QueryAsync(path, $"UPDATE imagestreams_store SET schema_version = {version}, current_version = 2");
        await RawSqlite.QueryAsync(
            path,
            "INSERT INTO imagestreams_revisions (version, kind, ns, name, change, previous, batch, written, body) VALUES "
            + """(2, 1, 'shop', 'web', 1, 0, 1, 1, '{"metadata":{"namespace":"shop","name":"web"}}')""");
    }
}
