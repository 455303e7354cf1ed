using System.Collections.Concurrent;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Storage;

/// <summary>What writers did to one kind, by version, and the states that follow from it.</summary>
internal sealed class WriteLog<T>
    where T : ApiObject
{
    private readonly ConcurrentDictionary<long, (Type Change, T Object)> _writes = new();

    public int Count => _writes.Count;

    /// <summary>The versions in their order.</summary>
    public IReadOnlyList<long> Versions => [.. _writes.Keys.Order()];

    public void Add<TChange>(T answer) =>
        Assert.True(_writes.TryAdd(answer.Version(), (typeof(TChange), answer)), $"version {answer.Version()} was given twice");

    /// <summary>The state at a version, in the order of a list.</summary>
    public List<T> GetState(long version)
    {
        var state = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (change, value) in UpTo(version))
        {
            if (change == typeof(WatchEvent<T>.Deleted))
            {
                state.Remove(value.Metadata.Name!);
            }
            else
            {
                state[value.Metadata.Name!] = value;
            }
        }

        return [.. state.Values];
    }

    /// <summary>Asserts that a watcher saw every write after a version up to its last event, each once, in order.</summary>
    public void AssertSeen(long after, IReadOnlyList<WatchEvent<T>> events)
    {
        var last = events.Count == 0 ? after : StoreObjects.Number(events[^1].ResourceVersion);
        var expected = _writes.Where(write => write.Key > after && write.Key <= last).OrderBy(write => write.Key).ToList();
        Assert.Equal(expected.Select(write => write.Key), events.Select(e => StoreObjects.Number(e.ResourceVersion)));
        Assert.Equal(expected.Select(write => write.Value.Change), events.Select(e => e.GetType()));
        Assert.All(expected.Zip(events), pair => Assert.Same(pair.First.Value.Object, pair.Second.Subject()));
    }

    private IEnumerable<(Type Change, T Object)> UpTo(long version) =>
        _writes.Where(write => write.Key <= version).OrderBy(write => write.Key).Select(write => write.Value);
}
