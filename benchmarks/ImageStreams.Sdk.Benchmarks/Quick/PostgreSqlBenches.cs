using ImageStreams.Storage;
using Npgsql;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>A store in PostgreSQL: writes beside plain statements for the same rows, watchers, and the time to open it.</summary>
/// <remarks>The connection string of an empty database, which is filled, is that of the environment variable
/// IMAGESTREAMS_POSTGRES.</remarks>
public static class PostgreSqlBenches
{
    private const int Writers = 16;
    private const int WritesOfEach = 8;
    private const int Watchers = 1000;
    private const string Schema = "bench";

    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("postgres-write", Write),
        new("postgres-write-16", WriteByMany),
        new("postgres-list-page", ListPage),
        new("postgres-watch-1000", Watch),
        new("postgres-open", Open),
    ];

    private static string Place => Environment.GetEnvironmentVariable("IMAGESTREAMS_POSTGRES")
        ?? throw new InvalidOperationException("IMAGESTREAMS_POSTGRES has no connection string of an empty database.");

    private static PostgreSqlStoreOptions Options => new() { ConnectionString = Place, Schema = Schema };

    // One write and its acknowledgment.
    private static QuickOperation Write(int size)
    {
        var (store, streams) = Fill(size);
        var next = 0;
        return new QuickOperation(() => Change(store, streams, next = (next + 7_919) % size))
        {
            Yardstick = new PlainPostgreSql(Place, size).Write,
        };
    }

    // Eight writes by each of 16 writers at once, and the same number of plain transactions.
    private static QuickOperation WriteByMany(int size)
    {
        var (store, streams) = Fill(size);
        var plain = new PlainPostgreSql(Place, size);
        return new QuickOperation(() => Run(store, streams))
        {
            Yardstick = () => Enumerable.Range(0, Writers * WritesOfEach).Sum(_ => plain.Write()),
        };
    }

    private static long Run(PostgreSqlImageStreamStore store, ImageStream[] streams)
    {
        Parallel.For(0, Writers, new ParallelOptions { MaxDegreeOfParallelism = Writers }, writer =>
        {
            for (var i = 0; i < WritesOfEach; i++)
            {
                Change(store, streams, ((i * Writers) + writer) % streams.Length);
            }
        });
        return Writers;
    }

    private static QuickOperation ListPage(int size)
    {
        var (store, _) = Fill(size);
        return new QuickOperation(() => StoreBenches.Now(store.Streams.ListAsync(new() { Limit = 500 })).Items.Count);
    }

    // One write, until each of 1,000 watchers has its event.
    private static QuickOperation Watch(int size)
    {
        var (store, streams) = Fill(size);
        var now = StoreBenches.Now(store.Streams.ListAsync(new() { Limit = 1 })).ResourceVersion;
        var watchers = Enumerable.Range(0, Watchers)
            .Select(_ => store.Streams.WatchAsync(new() { ResourceVersion = now }).GetAsyncEnumerator()).ToArray();
        var next = 0;
        return new QuickOperation(() =>
        {
            var reported = Array.ConvertAll(watchers, watcher => watcher.MoveNextAsync().AsTask());
            var version = Change(store, streams, next = (next + 7_919) % size);
            Task.WhenAll(reported).Wait();
            return version;
        });
    }

    // A new store object on a database with many streams, until it has read one of them.
    private static QuickOperation Open(int size)
    {
        var (filled, streams) = Fill(size);
        filled.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return new QuickOperation(() =>
        {
            var store = new PostgreSqlImageStreamStore(Options);
            var found = StoreBenches.Now(store.Streams.FindAsync(ObjectKey.FromObject(streams[size / 2])));
            store.DisposeAsync().AsTask().GetAwaiter().GetResult();
            return found is null ? 0 : 1;
        });
    }

    private static (PostgreSqlImageStreamStore Store, ImageStream[] Streams) Fill(int size)
    {
        using (var source = NpgsqlDataSource.Create(Place))
        using (var drop = source.CreateCommand($"DROP SCHEMA IF EXISTS {Schema} CASCADE"))
        {
            drop.ExecuteNonQuery();
        }

        var store = new PostgreSqlImageStreamStore(Options);
        var streams = new ImageStream[size];
        Parallel.For(0, size, new ParallelOptions { MaxDegreeOfParallelism = 64 }, i => streams[i] = StoreBenches.Now(
            store.Streams.CreateAsync(SqliteBenchFile.Stream(new ObjectKey($"project-{i % 100}", $"stream-{i}"), 1))));
        return (store, streams);
    }

    private static long Change(PostgreSqlImageStreamStore store, ImageStream[] streams, int i)
    {
        var metadata = streams[i].Metadata;
        streams[i] = StoreBenches.Now(store.Streams.UpdateAsync(
            streams[i] with { Metadata = metadata with { Generation = metadata.Generation + 1 } }));
        return streams[i].Metadata.Generation;
    }
}
