using ImageStreams.Storage;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>Reads and writes of single streams in a store of many, and writes that are watched.</summary>
public static class StoreBenches
{
    private const int Watchers = 32;
    private const int Namespaces = 100;

    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("store-find", Find),
        new("store-update", Update),
        new("store-update-watched", UpdateWatched),
    ];

    /// <summary>A store with the given number of streams, and their keys.</summary>
    public static (InMemoryImageStreamStore Store, ObjectKey[] Keys) Filled(int size)
    {
        var store = new InMemoryImageStreamStore();
        var keys = new ObjectKey[size];
        for (var i = 0; i < size; i++)
        {
            keys[i] = new ObjectKey($"project-{i % Namespaces}", $"stream-{i}");
            _ = Now(store.Streams.CreateAsync(new() { Metadata = new() { Namespace = keys[i].Namespace, Name = keys[i].Name } }));
        }

        return (store, keys);
    }

    /// <summary>Changes one of the streams and returns its new version.</summary>
    public static ImageStream Change(InMemoryImageStreamStore store, ObjectKey key)
    {
        var found = Now(store.Streams.FindAsync(key))!;
        return Now(store.Streams.UpdateAsync(found with
        {
            Metadata = found.Metadata with { Generation = found.Metadata.Generation + 1 },
        }));
    }

    /// <summary>The result of a store that completes at once.</summary>
    public static T Now<T>(ValueTask<T> answer) => answer.AsTask().GetAwaiter().GetResult();

    // Strides that have no divisor in common with round sizes visit the streams in a scattered order.
    private static QuickOperation Find(int size)
    {
        var (store, keys) = Filled(size);
        var next = 0;
        return new QuickOperation(() =>
        {
            next = (next + 7_919) % size;
            return IsThere(store.Streams.FindAsync(keys[next]));
        });
    }

    private static long IsThere(ValueTask<ImageStream?> answer) => answer.IsCompletedSuccessfully ? 1 : 0;

    private static QuickOperation Update(int size)
    {
        var (store, keys) = Filled(size);
        var next = 0;
        return new QuickOperation(() =>
        {
            next = (next + 7_919) % size;
            return Change(store, keys[next]).Metadata.Generation;
        });
    }

    // One write, until each of 32 watchers has its event.
    private static QuickOperation UpdateWatched(int size)
    {
        var (store, keys) = Filled(size);
        var watchers = Enumerable.Range(0, Watchers).Select(_ => Watching(store)).ToArray();
        var next = 0;
        return new QuickOperation(() =>
        {
            next = (next + 7_919) % size;
            var reported = Array.ConvertAll(watchers, watcher => watcher.MoveNextAsync().AsTask());
            var changed = Change(store, keys[next]);
            Task.WhenAll(reported).Wait();
            return changed.Metadata.Generation;
        });
    }

    private static IAsyncEnumerator<WatchEvent<ImageStream>> Watching(InMemoryImageStreamStore store)
    {
        var now = Now(store.Streams.ListAsync(new() { Limit = 1 })).ResourceVersion;
        return store.Streams.WatchAsync(new() { ResourceVersion = now }).GetAsyncEnumerator();
    }
}
