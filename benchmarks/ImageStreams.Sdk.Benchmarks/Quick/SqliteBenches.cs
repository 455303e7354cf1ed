using ImageStreams.Storage;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>A store in a SQLite file: writes beside plain statements for the same rows, watchers, and the time to open it.</summary>
public static class SqliteBenches
{
    private const int Writers = 16;
    private const int WritesOfEach = 8;
    private const int Watchers = 1000;

    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("sqlite-write", size => Write(size, SqliteDurability.Full)),
        new("sqlite-write-normal", size => Write(size, SqliteDurability.Normal)),
        new("sqlite-write-16", size => WriteByMany(size, SqliteDurability.Full)),
        new("sqlite-write-16-normal", size => WriteByMany(size, SqliteDurability.Normal)),
        new("sqlite-find", Find),
        new("sqlite-list-page", ListPage),
        new("sqlite-watch-1000", Watch),
        new("sqlite-open", Open),
    ];

    // One write and its acknowledgment.
    private static QuickOperation Write(int size, SqliteDurability durability)
    {
        var file = SqliteBenchFile.Create(size, durability);
        return new QuickOperation(() => file.Change(file.Next())) { Yardstick = new PlainSqlite(size, durability).Write };
    }

    // Eight writes by each of 16 writers at once, and the same number of plain transactions.
    private static QuickOperation WriteByMany(int size, SqliteDurability durability)
    {
        var file = SqliteBenchFile.Create(size, durability);
        var plain = new PlainSqlite(size, durability);
        return new QuickOperation(() => Run(file, size)) { Yardstick = () => Repeat(plain.Write) };
    }

    private static long Run(SqliteBenchFile file, int size)
    {
        Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(file, writer, size)))).Wait();
        return Writers;
    }

    private static async Task WriteAsync(SqliteBenchFile file, int writer, int size)
    {
        for (var i = 0; i < WritesOfEach; i++)
        {
            await file.ChangeAsync(((i * Writers) + writer) % size).ConfigureAwait(false);
        }
    }

    private static long Repeat(Func<long> write) => Enumerable.Range(0, Writers * WritesOfEach).Sum(_ => write());

    private static QuickOperation Find(int size)
    {
        var file = SqliteBenchFile.Create(size, SqliteDurability.Normal);
        return new QuickOperation(() => StoreBenches.Now(file.Store.Streams.FindAsync(file.Key(file.Next()))) is null ? 0 : 1);
    }

    private static QuickOperation ListPage(int size)
    {
        var file = SqliteBenchFile.Create(size, SqliteDurability.Normal);
        return new QuickOperation(() => StoreBenches.Now(file.Store.Streams.ListAsync(new() { Limit = 500 })).Items.Count);
    }

    // One write, until each of 1,000 watchers has its event.
    private static QuickOperation Watch(int size)
    {
        var file = SqliteBenchFile.Create(size, SqliteDurability.Normal);
        var now = StoreBenches.Now(file.Store.Streams.ListAsync(new() { Limit = 1 })).ResourceVersion;
        var watchers = Enumerable.Range(0, Watchers)
            .Select(_ => file.Store.Streams.WatchAsync(new() { ResourceVersion = now }).GetAsyncEnumerator()).ToArray();
        return new QuickOperation(() =>
        {
            var reported = Array.ConvertAll(watchers, watcher => watcher.MoveNextAsync().AsTask());
            var version = file.Change(file.Next());
            Task.WhenAll(reported).Wait();
            return version;
        });
    }

    // A new store object on a file with many streams, until it has read one of them.
    private static QuickOperation Open(int size)
    {
        var file = SqliteBenchFile.Create(size, SqliteDurability.Normal);
        StoreBenches.Now(Close(file.Store));
        return new QuickOperation(() =>
        {
            var store = new SqliteImageStreamStore(file.Options);
            var found = StoreBenches.Now(store.Streams.FindAsync(file.Key(file.Next())));
            StoreBenches.Now(Close(store));
            return found is null ? 0 : 1;
        });
    }

    private static async ValueTask<bool> Close(SqliteImageStreamStore store)
    {
        await store.DisposeAsync().ConfigureAwait(false);
        return true;
    }
}
