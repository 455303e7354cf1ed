using System.Collections.Concurrent;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Storage;

/// <summary>The sizes of a <see cref="StressRound{T}"/>.</summary>
internal static class StressRound
{
    public const int Writers = 16;
    public const int Watchers = 16;
    public const int Operations = 250;
    public const int Names = 24;
    public const int MostWrites = (Writers * Operations) + 2;
}

/// <summary>Half of the writers and watchers, on one kind, each for a number of operations.</summary>
internal sealed class StressRound<T>(IObjectStore<T> store, Func<string, string, T> make, int seed)
    where T : ApiObject
{
    // The object that is written last in each round.
    private readonly ObjectKey _end = ObjectKey.FromObject(make("the end", ""));

    // The results of the writers, by version.
    private readonly ConcurrentDictionary<long, (Type Change, T Object)> _written = new();

    public int Writes => _written.Count;

    public async Task RunAsync()
    {
        var start = await store.ListAsync(ListQuery.All);
        var watchers = Enumerable.Range(0, StressRound.Watchers)
            .Select(i => Task.Run(() => WatchAsync(i % 2 == 0 ? start : null)))
            .ToArray();
        await Task.WhenAll(Enumerable.Range(0, StressRound.Writers).Select(i => Task.Run(() => WriteAsync(i))));
        await ToggleAsync(_end, $"{seed}");

        var log = _written.OrderBy(write => write.Key).ToList();
        var final = (await store.ListAsync(ListQuery.All)).Items.ToList();
        foreach (var reported in await Task.WhenAll(watchers).WaitAsync(TimeSpan.FromMinutes(5)))
        {
            AssertSameLog(reported, log);
            AssertSameState(reported, final);
        }
    }

    private async Task WriteAsync(int writer)
    {
        var random = new Random((seed * 100) + writer);
        for (var i = 0; i < StressRound.Operations; i++)
        {
            var name = $"name-{random.Next(StressRound.Names)}";
            await ToggleAsync(ObjectKey.FromObject(make(name, "")), $"{seed}/{writer}/{i}", mayDelete: random.Next(3) == 0);
        }
    }

    // Creates an object that does not exist, and deletes or updates one that does; another writer may be faster.
    private async Task ToggleAsync(ObjectKey key, string note, bool mayDelete = false)
    {
        try
        {
            var current = await store.FindAsync(key);
            var next = make(key.Name, note);
            _ = (current, mayDelete) switch
            {
                (null, _) => Note<WatchEvent<T>.Added>(await store.CreateAsync(next)),
                (_, true) => Note<WatchEvent<T>.Deleted>(await store.DeleteAsync(key)),
                _ => Note<WatchEvent<T>.Modified>(await store.UpdateAsync(next.Versioned(current.Metadata.ResourceVersion))),
            };
        }
        catch (StoreException failure) when (failure.Reason <= StoreFailure.Conflict)
        {
        }
    }

    private bool Note<TChange>(T answer) => _written.TryAdd(answer.Version(), (typeof(TChange), answer));

    // From a version, or from the existing objects, which end with a bookmark.
    private async Task<Observed> WatchAsync(StorePage<T>? start)
    {
        var reported = new Observed(start);
        var query = new WatchQuery { ResourceVersion = start?.ResourceVersion, BookmarkInterval = TimeSpan.FromDays(1) };
        await foreach (var e in store.WatchAsync(query))
        {
            if (e is WatchEvent<T>.Bookmark)
            {
                reported.Begin(e.ResourceVersion);
            }
            else
            {
                reported.Add(e);
            }

            if (reported.HasSeen(_end, $"{seed}"))
            {
                break;
            }
        }

        return reported;
    }

    private static void AssertSameLog(Observed reported, List<KeyValuePair<long, (Type Change, T Object)>> log)
    {
        var expected = log.Where(write => write.Key > reported.Start).ToList();
        Assert.Equal(expected.Select(write => write.Key), reported.Changes.Select(e => StoreObjects.Number(e.ResourceVersion)));
        Assert.Equal(expected.Select(write => write.Value.Change), reported.Changes.Select(e => e.GetType()));
        Assert.All(expected.Zip(reported.Changes), pair => Assert.Same(pair.First.Value.Object, pair.Second.Subject()));
    }

    private static void AssertSameState(Observed reported, List<T> final)
    {
        Assert.Equal(final.Count, reported.State.Count);
        Assert.All(final, value => Assert.Same(value, reported.State[ObjectKey.FromObject(value)]));
    }

    /// <summary>The events of one watcher, and the state that follows from them.</summary>
    private sealed class Observed(StorePage<T>? start)
    {
        public long Start { get; private set; } = start is null ? 0 : StoreObjects.Number(start.ResourceVersion);

        public List<WatchEvent<T>> Changes { get; } = [];

        public Dictionary<ObjectKey, T> State { get; } = start?.Items.ToDictionary(ObjectKey.FromObject) ?? [];

        /// <summary>Tests whether the existing objects have arrived, and the object with this note.</summary>
        public bool HasSeen(ObjectKey key, string note) =>
            Start > 0 && State.TryGetValue(key, out var value) && value.Metadata.Labels["note"] == note;

        public void Begin(string version)
        {
            Start = StoreObjects.Number(version);
            Changes.Clear();
        }

        public void Add(WatchEvent<T> reported)
        {
            var value = reported.Subject()!;
            Changes.Add(reported);
            State[ObjectKey.FromObject(value)] = value;
            if (reported is WatchEvent<T>.Deleted)
            {
                State.Remove(ObjectKey.FromObject(value));
            }
        }
    }
}
