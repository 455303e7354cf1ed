using System.Collections.Concurrent;
using ImageStreams.Storage;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.PostgreSql.Failures;

/// <summary>The writes that a store has acknowledged, against what watches report.</summary>
internal sealed class WriteLedger
{
    private readonly ConcurrentDictionary<long, string> _acknowledged = new();

    /// <summary>The number of acknowledged writes.</summary>
    public int Count => _acknowledged.Count;

    /// <summary>Creates a stream and updates it until the end, each time with a note that nobody else writes.</summary>
    public async Task WriteAsync(IImageStreamStore store, string name, Func<int, bool> goesOn)
    {
        var stream = Acknowledge(await store.Streams.CreateAsync(Stream("load", name, $"{name}#0")), $"{name}#0");
        for (var i = 1; goesOn(i); i++)
        {
            stream = Acknowledge(await store.Streams.UpdateAsync(stream.Noted($"{name}#{i}")), $"{name}#{i}");
        }
    }

    /// <summary>Reads a watch from the version of the empty store until it has reported all acknowledged writes, and asserts that
    /// it has no gap, no repetition and no disorder.</summary>
    public async Task AssertReportedAsync(WatchProbe<ImageStream> watch)
    {
        var last = _acknowledged.Keys.Max();
        var notes = new HashSet<string>();
        for (var version = 2L; version <= last; version++)
        {
            var reported = await watch.NextAsync();
            var note = reported.Subject()!.Metadata.Labels["note"];
            Assert.Equal(version, Number(reported.ResourceVersion));
            Assert.True(notes.Add(note), $"{note} was written twice.");
            Assert.Equal(_acknowledged.GetValueOrDefault(version, note), note);
        }
    }

    /// <summary>Asserts that a store has the last acknowledged version of each stream, and not less.</summary>
    public async Task AssertStoredAsync(IImageStreamStore store)
    {
        var page = await store.Streams.ListAsync(new ListQuery { Namespace = "load" });
        var last = _acknowledged.GroupBy(entry => entry.Value.Split('#')[0]).Select(group => group.MaxBy(entry => entry.Key).Value);
        Assert.Equal(last.Order(StringComparer.Ordinal), page.Items.Select(stream => stream.Metadata.Labels["note"]).Order(StringComparer.Ordinal));
    }

    private ImageStream Acknowledge(ImageStream written, string note)
    {
        Assert.True(_acknowledged.TryAdd(written.Version(), note), $"Version {written.Version()} was given twice.");
        return written;
    }
}
