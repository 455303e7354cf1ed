using ImageStreams.Clients;
using ImageStreams.Storage;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

public sealed class StreamWatcherTests : IDisposable
{
    private readonly EmbeddedEngine _engine = new();

    private IImageStreamsResource Streams => _engine.Client.Streams;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Watch_FromAVersion_ReportsEverything()
    {
        var version = await VersionAsync();
        var stream = await Streams.CreateAsync(AStream("app"));
        await Streams.UpdateAsync(Labeled(stream, "team", "a"));
        await Streams.DeleteAsync(Namespace, "app");

        Assert.Equal(
            ["Added app", "Modified app", "Deleted app"],
            await TakeAsync(3, new WatchOptions { ResourceVersion = version }));
    }

    [Fact]
    public async Task Watch_LabelSelector_ChangesAppearAndDisappear()
    {
        var version = await VersionAsync();
        var stream = await Streams.CreateAsync(AStream("app"));
        var selected = await Streams.UpdateAsync(Labeled(stream, "team", "a"));
        var changed = await Streams.UpdateAsync(Labeled(selected, "more", "b"));
        await Streams.UpdateAsync(Labeled(changed, "team", "b"));

        Assert.Equal(
            ["Added app", "Modified app", "Deleted app"],
            await TakeAsync(3, new WatchOptions { ResourceVersion = version, LabelSelector = "team=a" }));
    }

    [Fact]
    public async Task Watch_LeavesTheSelection_ReportsTheOldObjectAtTheVersionOfTheChange()
    {
        var stream = await Streams.CreateAsync(Labeled(AStream("app"), "team", "a"));
        var changed = await Streams.UpdateAsync(Labeled(stream, "team", "b"));
        var options = new WatchOptions { ResourceVersion = stream.Metadata.ResourceVersion, LabelSelector = "team=a" };

        await foreach (var change in Streams.WatchAsync(Namespace, options))
        {
            var deleted = Assert.IsType<WatchEvent<ImageStream>.Deleted>(change);
            Assert.Equal(("a", changed.Metadata.ResourceVersion),
                (deleted.Object.Metadata.Labels["team"], deleted.Object.Metadata.ResourceVersion));
            break;
        }
    }

    [Fact]
    public async Task Watch_FieldSelector_ReportsOneStream()
    {
        await Streams.CreateAsync(AStream("one"));
        await Streams.CreateAsync(AStream("two"));

        Assert.Equal(["Added two"], await TakeAsync(1, new WatchOptions { FieldSelector = "metadata.name=two" }));
    }

    [Fact]
    public async Task Watch_Streams_AreAsAReaderSeesThem()
    {
        var stream = await Streams.CreateAsync(AStream("app"));

        await foreach (var change in Streams.WatchAsync(null))
        {
            Assert.Equal(stream, Assert.IsType<WatchEvent<ImageStream>.Added>(change).Object);
            break;
        }
    }

    [Fact]
    public async Task Watch_BadVersion_IsRejectedWith500() =>
        await AssertRejectedAsync(
            ApiFailure.InternalError, () => TakeAsync(1, new WatchOptions { ResourceVersion = "abc" }));

    [Fact]
    public async Task Watch_VersionGone_IsGone()
    {
        var store = new InMemoryImageStreamStore(new InMemoryStoreOptions { WatchHistory = 2 });
        var streams = new EmbeddedImageStreamClient(store).Streams;
        for (var i = 0; i < 100; i++)
        {
            await streams.CreateAsync(AStream($"s{i}"));
        }

        var rejected = await AssertRejectedAsync(ApiFailure.Gone, async () =>
        {
            await foreach (var _ in streams.WatchAsync(null, new WatchOptions { ResourceVersion = "1" }))
            {
            }
        });

        Assert.Equal((410, "Expired"), (rejected.Status.Code, rejected.Status.Reason));
    }

    /// <summary>The version of a write to something else.</summary>
    private async Task<string?> VersionAsync() =>
        (await Streams.CreateAsync(AStream("first") with
        {
            Metadata = new ObjectMeta { Name = "first", Namespace = "other" },
        })).Metadata.ResourceVersion;

    private async Task<List<string>> TakeAsync(int count, WatchOptions options)
    {
        List<string> seen = [];
        await foreach (var change in Streams.WatchAsync(Namespace, options))
        {
            seen.Add($"{change.GetType().Name} {GetName(change)}");
            if (seen.Count == count)
            {
                break;
            }
        }

        return seen;
    }

    private static string? GetName(WatchEvent<ImageStream> change) => change switch
    {
        WatchEvent<ImageStream>.Added added => added.Object.Metadata.Name,
        WatchEvent<ImageStream>.Modified modified => modified.Object.Metadata.Name,
        WatchEvent<ImageStream>.Deleted deleted => deleted.Object.Metadata.Name,
        _ => null,
    };

    private static ImageStream Labeled(ImageStream stream, string key, string value) => stream with
    {
        Metadata = stream.Metadata with { Labels = stream.Metadata.Labels.Set(key, value) },
    };
}
