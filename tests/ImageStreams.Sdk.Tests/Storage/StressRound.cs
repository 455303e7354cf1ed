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

/// <summary>Half of the writers and watchers, on one kind, each for so many operations.</summary>
internal sealed class StressRound<T>(IObjectStore<T> store, Func<string, string, T> make, int seed)
    where T : ApiObject
{
    // The object that is written last in each round.
    private readonly ObjectKey _end = ObjectKey.Of(make("the end", ""));

    // What was answered to the writers, by version.
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
        foreach (var told in await Task.WhenAll(watchers).WaitAsync(TimeSpan.FromMinutes(5)))
        {
            AssertSameLog(told, log);
            AssertSameState(told, final);
        }
    }

    private async Task WriteAsync(int writer)
    {
        var random = new Random((seed * 100) + writer);
        for (var i = 0; i < StressRound.Operations; i++)
        {
            var name = $"name-{random.Next(StressRound.Names)}";
            await ToggleAsync(ObjectKey.Of(make(name, "")), $"{seed}/{writer}/{i}", mayDelete: random.Next(3) == 0);
        }
    }

    // Creates what is not there, deletes or updates what is; another writer may have been faster.
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
        catch (StoreException failure) when (failure.Failure <= StoreFailure.Conflict)
        {
        }
    }

    private bool Note<TChange>(T answer) => _written.TryAdd(answer.Version(), (typeof(TChange), answer));

    // From a version, or from what is there, which ends with a bookmark.
    private async Task<Told> WatchAsync(StorePage<T>? start)
    {
        var told = new Told(start);
        var query = new WatchQuery { ResourceVersion = start?.ResourceVersion, BookmarkInterval = TimeSpan.FromDays(1) };
        await foreach (var e in store.WatchAsync(query))
        {
            if (e is WatchEvent<T>.Bookmark)
            {
                told.Begin(e.ResourceVersion);
            }
            else
            {
                told.Add(e);
            }

            if (told.HasSeen(_end, $"{seed}"))
            {
                break;
            }
        }

        return told;
    }

    private static void AssertSameLog(Told told, List<KeyValuePair<long, (Type Change, T Object)>> log)
    {
        var expected = log.Where(write => write.Key > told.Start).ToList();
        Assert.Equal(expected.Select(write => write.Key), told.Changes.Select(e => StoreObjects.Number(e.ResourceVersion)));
        Assert.Equal(expected.Select(write => write.Value.Change), told.Changes.Select(e => e.GetType()));
        Assert.All(expected.Zip(told.Changes), pair => Assert.Same(pair.First.Value.Object, pair.Second.Subject()));
    }

    private static void AssertSameState(Told told, List<T> final)
    {
        Assert.Equal(final.Count, told.State.Count);
        Assert.All(final, value => Assert.Same(value, told.State[ObjectKey.Of(value)]));
    }

    /// <summary>What one watcher was told, and the state that it has made of it.</summary>
    private sealed class Told(StorePage<T>? start)
    {
        public long Start { get; private set; } = start is null ? 0 : StoreObjects.Number(start.ResourceVersion);

        public List<WatchEvent<T>> Changes { get; } = [];

        public Dictionary<ObjectKey, T> State { get; } = start?.Items.ToDictionary(ObjectKey.Of) ?? [];

        /// <summary>Whether what was there has come, and the object with this note.</summary>
        public bool HasSeen(ObjectKey key, string note) =>
            Start > 0 && State.TryGetValue(key, out var value) && value.Metadata.Labels["note"] == note;

        public void Begin(string version)
        {
            Start = StoreObjects.Number(version);
            Changes.Clear();
        }

        public void Add(WatchEvent<T> told)
        {
            var value = told.Subject()!;
            Changes.Add(told);
            State[ObjectKey.Of(value)] = value;
            if (told is WatchEvent<T>.Deleted)
            {
                State.Remove(ObjectKey.Of(value));
            }
        }
    }
}
