using ImageStreams.Storage;

namespace ImageStreams.Tests.Storage;

/// <summary>Writers, watchers that stop and go on, slow watchers, and readers of pages, all at once on one kind.</summary>
internal sealed class TortureRound<T>(IObjectStore<T> store, Func<string, string, T> make, int history, int seed)
    where T : ApiObject
{
    public const int Writers = 8;
    public const int Operations = 150;
    private const int Readers = 4;
    private const int Names = 20;
    private const string End = "the end";

    private readonly TaskCompletionSource _readersAreReady = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ready;
    private bool _ended;

    /// <summary>What the writers did.</summary>
    public WriteLog<T> Log { get; } = new();

    /// <summary>The number of watches and lists that ended because what they needed is no longer kept.</summary>
    public int Forgotten { get; private set; }

    /// <summary>Plays the round, and checks what each reader saw.</summary>
    public async Task RunAsync()
    {
        var readers = Enumerable.Range(0, Readers).SelectMany(i => (Task<Reading>[])
        [
            Task.Run(() => WatchAsync(new Random(seed + i), isSlow: false)),
            Task.Run(() => WatchAsync(new Random(seed + i), isSlow: true)),
            Task.Run(() => ListAsync(new Random(seed + i))),
        ]).ToArray();
        await _readersAreReady.Task;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(() => WriteAsync(new Random((seed * 100) + i)))));
        await ChangeAsync(End, mayDelete: false);
        Volatile.Write(ref _ended, true);

        foreach (var reading in await Task.WhenAll(readers).WaitAsync(TimeSpan.FromMinutes(2)))
        {
            reading.Watches.ForEach(watch => Log.AssertSeen(watch.After, watch.Events));
            reading.Lists.ForEach(AssertSnapshot);
            Forgotten += reading.Forgotten;
        }
    }

    private void AssertSnapshot((long Version, List<T> Items) list)
    {
        var expected = Log.GetState(list.Version);
        Assert.Equal(expected.Select(value => value.Metadata.Name), list.Items.Select(value => value.Metadata.Name));
        Assert.All(expected.Zip(list.Items), pair => Assert.Same(pair.First, pair.Second));
    }

    private async Task WriteAsync(Random random)
    {
        for (var i = 0; i < Operations; i++)
        {
            await ChangeAsync($"name-{random.Next(Names):00}", mayDelete: random.Next(3) == 0);
        }
    }

    // Creates an object that does not exist, and deletes or updates one that does; another writer may be faster.
    private async Task ChangeAsync(string name, bool mayDelete)
    {
        var key = ObjectKey.FromObject(make(name, ""));
        var next = make(name, $"{Log.Count}/{Environment.CurrentManagedThreadId}");
        try
        {
            switch (await store.FindAsync(key))
            {
                case null:
                    Log.Add<WatchEvent<T>.Added>(await store.CreateAsync(next));
                    break;
                case var _ when mayDelete:
                    Log.Add<WatchEvent<T>.Deleted>(await store.DeleteAsync(key));
                    break;
                case var current:
                    await UpdateAsync(current, next.Versioned(current.Metadata.ResourceVersion));
                    break;
            }
        }
        catch (StoreException failure) when (failure.Reason <= StoreFailure.Conflict)
        {
        }
    }

    // An update that changes nothing has no version of its own.
    private async Task UpdateAsync(T current, T next)
    {
        var answer = await store.UpdateAsync(next);
        if (answer.Version() != current.Version())
        {
            Log.Add<WatchEvent<T>.Modified>(answer);
        }
    }

    /// <summary>Watches up to the end; stops and goes on now and then, and lists again when it was too slow.</summary>
    private async Task<Reading> WatchAsync(Random random, bool isSlow)
    {
        var reading = new Reading();
        var version = await BeginAsync(reading);
        while (!reading.SeesEnd)
        {
            try
            {
                version = await WatchSomeAsync(reading, version, random.Next(1, 60), isSlow);
            }
            catch (StoreException failure) when (failure.Reason is StoreFailure.Expired or StoreFailure.FellBehind)
            {
                reading.Forgotten++;
                version = await BeginAsync(reading);
            }
        }

        return reading;
    }

    private async Task<string> BeginAsync(Reading reading)
    {
        var page = await store.ListAsync(ListQuery.All);
        reading.Watches.Add((StoreObjects.Number(page.ResourceVersion), []));
        reading.SeesEnd = page.Items.Any(IsEnd);
        SignalReady();
        return page.ResourceVersion;
    }

    private async Task<string> WatchSomeAsync(Reading reading, string version, int count, bool isSlow)
    {
        await foreach (var reported in store.WatchAsync(new WatchQuery { ResourceVersion = version }))
        {
            reading.Watches[^1].Events.Add(reported);
            version = reported.ResourceVersion;
            reading.SeesEnd = IsEnd(reported.Subject()!);
            if (reading.SeesEnd || --count == 0)
            {
                break;
            }

            await PauseAsync(isSlow);
        }

        return version;
    }

    /// <summary>Reads all pages again and again, with pages of other sizes.</summary>
    private async Task<Reading> ListAsync(Random random)
    {
        var reading = new Reading();
        SignalReady();
        while (!Volatile.Read(ref _ended))
        {
            try
            {
                reading.Lists.Add(await ListPagesAsync(random));
            }
            catch (StoreException failure) when (failure.Reason is StoreFailure.Expired)
            {
                reading.Forgotten++;
            }

            await Task.Yield();
        }

        return reading;
    }

    private async Task<(long Version, List<T> Items)> ListPagesAsync(Random random)
    {
        var page = await store.ListAsync(new ListQuery { Limit = random.Next(1, 6) });
        var (version, items) = (page.ResourceVersion, page.Items.ToList());
        while (page.Continue is { } token)
        {
            await Task.Yield();
            page = await store.ListAsync(new ListQuery { Limit = random.Next(1, 6), Continue = token });
            Assert.Equal(version, page.ResourceVersion);
            items.AddRange(page.Items);
        }

        return (StoreObjects.Number(version), items);
    }

    /// <summary>Lets slow watchers fall behind by more than the store keeps.</summary>
    private async Task PauseAsync(bool isSlow)
    {
        var target = isSlow ? Log.Count + (3 * history) : 0;
        while (Log.Count < target && !Volatile.Read(ref _ended))
        {
            await Task.Yield();
        }
    }

    private void SignalReady()
    {
        if (Interlocked.Increment(ref _ready) == 3 * Readers)
        {
            _readersAreReady.SetResult();
        }
    }

    private static bool IsEnd(T value) => value.Metadata.Name == End;

    /// <summary>What one reader saw.</summary>
    private sealed class Reading
    {
        public List<(long After, List<WatchEvent<T>> Events)> Watches { get; } = [];

        public List<(long Version, List<T> Items)> Lists { get; } = [];

        public int Forgotten { get; set; }

        public bool SeesEnd { get; set; }
    }
}
