using ImageStreams.Storage;
using Xunit.Abstractions;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Storage;

/// <summary>
/// The store's own sources under every interleaving of the steps at which its threads interact, within a bound.
/// </summary>
/// <remarks>
/// Two to four preemptions, at any of the steps, are what faults of this kind need; scenarios of one write are explored
/// without a bound. The counts of schedules are printed.
/// </remarks>
public sealed class StoreProtocolTests(ITestOutputHelper output)
{
    private static readonly ObjectKey Web = new("shop", "web");

    [Fact]
    public void Watch_BesideOneWrite_ReportsItOnce() => Explore(Explorer.Unbounded, store =>
    {
        Create(store, "a");
        return [() => Create(store, "b"), () => AssertReported(Watch(store, WatchQuery.All, until: "b"), "a", "b")];
    });

    [Fact]
    public void Watch_FromAVersionBesideTwoWriters_ReportsBothInOrder() => Explore(3, store =>
    {
        Create(store, "a");
        return
        [
            () => Create(store, "b"),
            () => Create(store, "c"),
            () => AssertRising(Watch(store, new() { ResourceVersion = "2" }, count: 2)),
        ];
    });

    [Fact]
    public void Watch_TwoWatchersBesideTwoWrites_AreBothWoken() => Explore(2, store =>
    [
        () => Create(store, "a", "b"),
        () => AssertReported(Watch(store, new() { ResourceVersion = "1" }, count: 2), "a", "b"),
        () => AssertReported(Watch(store, new() { ResourceVersion = "1" }, count: 2), "a", "b"),
    ]);

    // With one change kept, the watcher sees all up to some point and then fails because it has fallen behind.
    [Fact]
    public void Watch_OvertakenByWriters_MissesNothing() => Explore(3, store =>
    [
        () => Create(store, "a", "b", "c", "d"),
        () => AssertReported(Watch(store, new() { ResourceVersion = "1" }, until: "d"), "a", "b", "c", "d"),
    ]);

    [Fact]
    public void Find_BesideAnUpdate_NeverGoesBack() => Explore(Explorer.Unbounded, store =>
    {
        var web = Now(store.CreateAsync(Stream("shop", "web")));
        return [() => Now(store.UpdateAsync(web.Noted("new"))), () => AssertReadsRise(store)];
    });

    [Fact]
    public void Find_BesideDeletionAndCreation_AgreesWithTheList() => Explore(4, store =>
    {
        Create(store, "web");
        return
        [
            () =>
            {
                Now(store.DeleteAsync(Web));
                Create(store, "web");
            },
            () => AssertReadsRise(store),
        ];
    });

    [Fact]
    public void Find_AfterAnEvent_ReadsThatWriteOrALaterOne() => Explore(4, store =>
    {
        var web = Now(store.CreateAsync(Stream("shop", "web")));
        return
        [
            () => Now(store.UpdateAsync(Now(store.UpdateAsync(web.Noted("1"))).Noted("2"))),
            () =>
            {
                var reported = Watch(store, new() { ResourceVersion = "2" }, count: 1);
                Assert.True(reported.Count == 0 || Now(store.FindAsync(Web))!.Version() >= Number(reported[0].ResourceVersion));
            },
        ];
    });

    [Fact]
    public void Create_SameNameTwice_OneWins() => Explore(Explorer.Unbounded, store =>
    {
        var created = 0;
        var tried = 0;
        void Try()
        {
            var answer = store.CreateAsync(Stream("shop", "web")).AsTask();
            created += answer.IsCompletedSuccessfully ? 1 : 0;
            Assert.True(++tried < 2 || created == 1);
        }

        return [Try, Try];
    });

    [Fact]
    public void List_InPagesBesideWrites_ShowsOneStateOrExpires() => Explore(4, store =>
    {
        Create(store, "a", "c");
        return [() => Create(store, "b", "d"), () => AssertOneState(store)];
    });

    private void Explore(int preemptions, Func<InMemoryObjectStore<ImageStream>, IReadOnlyList<Action>> scenario)
    {
        var (schedules, failure) = Explorer.Explore(
            () => scenario(CreateStore()), preemptions);

        output.WriteLine($"{schedules} schedules");
        Assert.Null(failure);
        Assert.True(schedules > 10);
    }

    private static InMemoryObjectStore<ImageStream> CreateStore()
    {
        var gate = new WriterGate();
        var history = new ChangeHistory<ImageStream>(1, long.MaxValue, StreamSize.MeasureDropped, gate.Version);
        return new InMemoryObjectStore<ImageStream>(gate, history, TimeProvider.System);
    }

    private static T Now<T>(ValueTask<T> answer)
    {
        Assert.True(answer.IsCompleted);
        return answer.GetAwaiter().GetResult();
    }

    private static void Create(InMemoryObjectStore<ImageStream> store, params string[] names) =>
        Array.ForEach(names, name => Now(store.CreateAsync(Stream("shop", name))));

    // The events of a watcher up to an object of a name, up to a number, or until it falls behind or has expired.
    private static List<WatchEvent<ImageStream>> Watch(
        InMemoryObjectStore<ImageStream> store, WatchQuery query, string? until = null, int count = int.MaxValue)
    {
        var reported = new List<WatchEvent<ImageStream>>();
        var events = store.WatchAsync(query).GetAsyncEnumerator();
        while (reported.Count < count && (reported.Count == 0 || reported[^1].Subject()!.Metadata.Name != until))
        {
            var step = events.MoveNextAsync().AsTask();
            Assert.True(step.IsCompleted, "The explorer lets a watcher go on only when it need not wait.");
            if (step.Exception?.InnerException is StoreException { Reason: StoreFailure.FellBehind or StoreFailure.Expired })
            {
                break;
            }

            reported.Add(events.Current);
        }

        return reported;
    }

    private static string[] Names(IEnumerable<ImageStream> streams) => [.. streams.Select(stream => stream.Metadata.Name!)];

    private static void AssertReported(List<WatchEvent<ImageStream>> reported, params string[] names) =>
        Assert.Equal(names[..reported.Count], Names(reported.Select(e => e.Subject()!)));

    private static void AssertRising(List<WatchEvent<ImageStream>> reported) =>
        Assert.Equal(Enumerable.Range(3, reported.Count).Select(version => (long)version), reported.Select(e => Number(e.ResourceVersion)));

    private static void AssertReadsRise(InMemoryObjectStore<ImageStream> store)
    {
        var first = Now(store.FindAsync(Web));
        var page = Now(store.ListAsync(ListQuery.All));
        var last = Now(store.FindAsync(Web));
        var listed = page.Items.FirstOrDefault(stream => stream.Metadata.Name == "web");

        Assert.True((listed?.Version() ?? Number(page.ResourceVersion)) >= (first?.Version() ?? 3));
        Assert.True((last?.Version() ?? Number(page.ResourceVersion)) >= (listed?.Version() ?? 3));
        Assert.True(first is not null || listed is null || listed.Version() > 2);
        Assert.True(page.ResourceVersion != "2" || listed is not null);
    }

    private static void AssertOneState(InMemoryObjectStore<ImageStream> store)
    {
        var first = Now(store.ListAsync(new() { Limit = 1 }));
        var next = store.ListAsync(new() { Continue = first.Continue }).AsTask();
        if (next.IsFaulted)
        {
            Assert.Equal(StoreFailure.Expired, Assert.IsType<StoreException>(next.Exception.InnerException).Reason);
            return;
        }

        string[] expected = first.ResourceVersion switch { "3" => ["c"], "4" => ["b", "c"], _ => ["b", "c", "d"] };
        Assert.Equal(expected, Names(next.Result.Items));
    }
}
