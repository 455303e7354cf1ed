using ImageStreams.Storage;

namespace ImageStreams.Tests.Storage;

/// <summary>The history of the store in memory is bounded by bytes as well as by changes.</summary>
public class StoreHistoryTests
{
    private const int Changes = 50;
    private const int TextLength = 10_000;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100_000, 3)]
    [InlineData(1_000_000, 43)]
    public async Task HistoryOfLargeChanges_IsKeptUpToItsBytes(long bytes, int kept)
    {
        var (store, version) = await ChangeAsync(bytes, i => new string((char)('a' + (i % 26)), TextLength));

        await using var watch = Watch(store, version - kept);
        Assert.Equal(kept, (await watch.NextAsync(kept)).Count);
        var expired = await Assert.ThrowsAsync<StoreException>(() => Watch(store, version - kept - 1).NextAsync(1));
        Assert.Equal(StoreFailure.Expired, expired.Reason);
    }

    [Fact]
    public async Task ChangeThatIsNotKept_IsExpired()
    {
        var (store, version) = await ChangeAsync(100_000, i => new string((char)('a' + (i % 26)), TextLength));

        var expired = await Assert.ThrowsAsync<StoreException>(() => Watch(store, version - 20).NextAsync(1));
        Assert.Equal(StoreFailure.Expired, expired.Reason);
    }

    [Fact]
    public async Task WatcherBehindByTooManyBytes_IsToldSo()
    {
        var store = Create(100_000);
        var stream = await store.Streams.CreateAsync(StoreObjects.Stream("shop", "app"));
        var now = (await store.Streams.ListAsync(ListQuery.All)).ResourceVersion;
        await using var watch = new WatchProbe<ImageStream>(store.Streams, new() { ResourceVersion = now });
        stream = await AnnotateAsync(store, stream, "first");
        _ = await watch.NextAsync(1);
        for (var i = 0; i < Changes; i++)
        {
            stream = await AnnotateAsync(store, stream, new string((char)('a' + (i % 26)), TextLength));
        }

        var behind = await Assert.ThrowsAsync<StoreException>(() => watch.NextAsync(Changes));
        Assert.Equal(StoreFailure.FellBehind, behind.Reason);
    }

    [Fact]
    public async Task PageOfAStateThatIsNotKept_IsExpired()
    {
        var store = Create(100_000);
        await store.Streams.CreateAsync(StoreObjects.Stream("shop", "a"));
        var stream = await store.Streams.CreateAsync(StoreObjects.Stream("shop", "b"));
        var page = await store.Streams.ListAsync(new() { Limit = 1 });
        for (var i = 0; i < Changes; i++)
        {
            stream = await AnnotateAsync(store, stream, new string((char)('a' + (i % 26)), TextLength));
        }

        var expired = await Assert.ThrowsAsync<StoreException>(
            async () => await store.Streams.ListAsync(new() { Limit = 1, Continue = page.Continue }));
        Assert.Equal(StoreFailure.Expired, expired.Reason);
    }

    [Theory]
    [InlineData("stream")]
    [InlineData("spec")]
    [InlineData("lookup policy")]
    [InlineData("status")]
    [InlineData("tag")]
    [InlineData("tag's source")]
    [InlineData("event")]
    [InlineData("metadata")]
    [InlineData("finalizers")]
    [InlineData("owner")]
    [InlineData("managed fields")]
    public async Task LargePartsOfAStream_Count(string part)
    {
        var store = Create(100_000);
        var stream = await store.Streams.CreateAsync(StoreObjects.Stream("shop", "app"));
        for (var i = 0; i < Changes; i++)
        {
            var text = new string((char)('a' + (i % 26)), TextLength);
            stream = await store.Streams.UpdateAsync(LargeParts.Add(stream, part, text));
        }

        var version = long.Parse(stream.Metadata.ResourceVersion!);
        var expired = await Assert.ThrowsAsync<StoreException>(() => Watch(store, version - 20).NextAsync(1));
        Assert.Equal(StoreFailure.Expired, expired.Reason);
    }

    [Fact]
    public void ContentOfASignature_Counts()
    {
        var image = new Image { Signatures = [new ImageSignature { Content = [.. new byte[TextLength]] }] };
        Assert.InRange(ImageSize.MeasureDropped(image, null), TextLength, 2 * TextLength);
        Assert.InRange(ImageSize.MeasureDropped(image, image with { }), 1, TextLength);
    }

    [Fact]
    public void PartsThatTheNextVersionShares_DoNotCount()
    {
        var stream = LargeParts.Add(StoreObjects.Stream("shop", "app"), "metadata", new string('a', TextLength));
        Assert.InRange(StreamSize.MeasureDropped(stream, stream with { }), 1, TextLength - 1);
    }

    [Fact]
    public async Task SmallChanges_AreKeptByNumber()
    {
        var (store, version) = await ChangeAsync(InMemoryStoreOptions.DefaultWatchHistoryBytes, i => $"{i}");

        await using var watch = Watch(store, version - Changes);
        Assert.Equal(Changes, (await watch.NextAsync(Changes)).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void NoBytes_IsAnArgumentError(long bytes) => Assert.Throws<ArgumentOutOfRangeException>(() => Create(bytes));

    private static InMemoryImageStreamStore Create(long bytes) => new(new InMemoryStoreOptions { WatchHistoryBytes = bytes });

    private static WatchProbe<ImageStream> Watch(InMemoryImageStreamStore store, long version) =>
        new(store.Streams, new() { ResourceVersion = $"{version}" });

    private static async Task<(InMemoryImageStreamStore Store, long Version)> ChangeAsync(long bytes, Func<int, string> text)
    {
        var store = Create(bytes);
        var stream = await store.Streams.CreateAsync(StoreObjects.Stream("shop", "app"));
        for (var i = 0; i < Changes; i++)
        {
            stream = await AnnotateAsync(store, stream, text(i));
        }

        return (store, long.Parse(stream.Metadata.ResourceVersion!));
    }

    private static async Task<ImageStream> AnnotateAsync(InMemoryImageStreamStore store, ImageStream stream, string text) =>
        await store.Streams.UpdateAsync(
            stream with { Metadata = stream.Metadata with { Annotations = [new("text", text)] } });
}
