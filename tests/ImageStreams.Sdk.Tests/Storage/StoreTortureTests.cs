using ImageStreams.Storage;

namespace ImageStreams.Tests.Storage;

/// <summary>Writers, watchers and readers of pages at once: each watcher sees every write once and in order, each list is one
/// state, versions have no gap, and what is forgotten ends with its own failure.</summary>
public sealed class StoreTortureTests
{
    private const int Everything = 4 * TortureRound<ImageStream>.Writers * TortureRound<ImageStream>.Operations;
    private const int Little = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Store_KeepsEverything_NothingIsLostAndNothingIsForgotten(int seed)
    {
        var (streams, images) = await RunAsync(Everything, seed);

        Assert.Equal(0, streams.Forgotten + images.Forgotten);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Store_KeepsLittle_SlowWatchersAreToldAndNothingIsLostInBetween(int seed)
    {
        var (streams, images) = await RunAsync(Little, seed);

        Assert.True(streams.Forgotten > 0);
        Assert.True(images.Forgotten > 0);
    }

    private static async Task<(TortureRound<ImageStream> Streams, TortureRound<Image> Images)> RunAsync(int history, int seed)
    {
        var store = new InMemoryImageStreamStore(new InMemoryStoreOptions { WatchHistory = history });
        var streams = new TortureRound<ImageStream>(
            store.Streams, (name, note) => StoreObjects.Stream("shop", name, note), history, seed);
        var images = new TortureRound<Image>(store.Images, StoreObjects.Image, history, -seed);

        await Task.WhenAll(streams.RunAsync(), images.RunAsync());

        var versions = streams.Log.Versions.Concat(images.Log.Versions).Order().ToList();
        Assert.Equal(Enumerable.Range(2, versions.Count).Select(version => (long)version), versions);
        return (streams, images);
    }
}
