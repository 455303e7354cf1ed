using ImageStreams.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Sqlite;

/// <summary>Files that are no store: typed errors that name the file and the cause.</summary>
public sealed class ErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_FileThatIsNoDatabase_IsDamaged()
    {
        await File.WriteAllTextAsync(Path, string.Concat(Enumerable.Repeat("no database ", 1000)));

        var failure = await FailAsync(new SqliteImageStreamStore(Path));

        Assert.Equal(StoreFailure.Damaged, failure.Reason);
        Assert.Equal(
            $"The store {Path} is damaged or is not an image stream store: SQLite Error 26: 'file is not a database'.", failure.Message);
    }

    [Fact]
    public async Task Open_DatabaseOfSomethingElse_IsDamagedAndStaysAsItIs()
    {
        await RawSqlite.QueryAsync(Path, "CREATE TABLE customers (id INTEGER)");

        var failure = await FailAsync(new SqliteImageStreamStore(Path));

        Assert.Equal(StoreFailure.Damaged, failure.Reason);
        Assert.Contains($"{Path} is not an image stream store: it has a table 'customers'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await RawSqlite.CountAsync(Path, "sqlite_master"));
    }

    [Fact]
    public async Task Open_FolderInPlaceOfTheFile_IsAnError()
    {
        Directory.CreateDirectory(Path);

        Assert.Equal(StoreFailure.ReadOnly, (await FailAsync(new SqliteImageStreamStore(Path))).Reason);
    }

    [Fact]
    public async Task Find_BodyThatIsNoObject_IsDamagedAndNamesTheObject()
    {
        await using (var store = new SqliteImageStreamStore(Path))
        {
            await store.Streams.CreateAsync(Stream("shop", "web"));
        }

        await RawSqlite.QueryAsync(Path, "UPDATE imagestreams_revisions SET body = x'7b'");
        await using var again = new SqliteImageStreamStore(Path);

        var failure = await Assert.ThrowsAsync<StoreException>(async () => await again.Streams.FindAsync(new("shop", "web")));

        Assert.Equal(StoreFailure.Damaged, failure.Reason);
        Assert.Contains("ImageStream 'shop/web' at version 2", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>It would be in the way of every list, and could not even be deleted.</summary>
    [Fact]
    public async Task Create_ObjectThatCannotBeReadBack_IsRefusedAndNothingIsWritten()
    {
        await using var store = new SqliteImageStreamStore(Path);

        var failure = await Assert.ThrowsAsync<ArgumentException>(
            async () => await store.Streams.CreateAsync(Stream("shop", "web") with { Kind = "Secret" }));

        Assert.Contains("cannot be read back", failure.Message, StringComparison.Ordinal);
        Assert.Empty((await store.Streams.ListAsync(ListQuery.All)).Items);
    }

    private static async Task<StoreException> FailAsync(SqliteImageStreamStore store)
    {
        await using (store)
        {
            return await Assert.ThrowsAsync<StoreException>(async () => await store.OpenAsync());
        }
    }
}
