using System.Globalization;
using ImageStreams.Storage;
using ImageStreams.Tests.Storage;

namespace ImageStreams.Tests.Sqlite;

/// <summary>All changes of a store, as a watcher that goes on after each restart sees them.</summary>
internal sealed class VersionHistory(int writers)
{
    private const long EmptyVersion = 1;

    private readonly Dictionary<long, (string Name, long Count)> _changes = [];
    private readonly Dictionary<string, long> _counts = [];
    private readonly HashSet<AcknowledgedWrite> _acknowledged = [];
    private long _version = EmptyVersion;

    public int Changes => _changes.Count;

    public int Acknowledged => _acknowledged.Count;

    /// <summary>Reads what is new in the store, which must follow on what was read before.</summary>
    public async Task ReadOnAsync(IImageStreamStore store)
    {
        var current = (await store.Streams.ListAsync(new() { Limit = 1 })).ResourceVersion;
        await WatchUntilAsync(store, StoreObjects.Number(current));
    }

    /// <summary>Watches until a version is reached.</summary>
    public async Task WatchUntilAsync(IImageStreamStore store, long version)
    {
        if (_version >= version)
        {
            return;
        }

        await foreach (var change in store.Streams.WatchAsync(new() { ResourceVersion = StoreObjects.Text(_version) }))
        {
            Add(change);
            if (_version >= version)
            {
                return;
            }
        }
    }

    /// <summary>Checks that all writes are there, each at the version that it was acknowledged with.</summary>
    public void RequireAll(IEnumerable<AcknowledgedWrite> writes)
    {
        foreach (var write in writes)
        {
            Assert.Equal((write.Name, write.Count), _changes[write.Version]);
            _acknowledged.Add(write);
        }
    }

    private void Add(WatchEvent<ImageStream> change)
    {
        var version = StoreObjects.Number(change.ResourceVersion);
        Assert.Equal(_version + 1, version);
        var stream = change.Subject()!;
        var isDeleted = change is WatchEvent<ImageStream>.Deleted;
        var name = stream.Metadata.Name!;
        var count = long.Parse(stream.Metadata.Labels["count"], CultureInfo.InvariantCulture) + (isDeleted ? 1 : 0);
        Require(name, count);
        _changes.Add(version, (name, count));
        _version = version;
    }

    // A write that happened twice, or not at all, would be a count that is repeated or skipped.
    private void Require(string name, long count)
    {
        var step = name.EndsWith("-removed", StringComparison.Ordinal) ? 10 : 1;
        Assert.Equal(_counts.GetValueOrDefault(name) + step, count);
        _counts[name] = count;
        Assert.InRange(_counts.Count, 1, writers * 2);
    }
}
