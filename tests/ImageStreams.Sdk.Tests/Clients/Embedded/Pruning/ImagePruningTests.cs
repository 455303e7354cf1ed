using ImageStreams.Storage;
using ImageStreams.Tests.Builders;

namespace ImageStreams.Tests.Clients;

/// <summary>Images that no stream names are removed when the options say so, after their time.</summary>
public class ImagePruningTests
{
    private static readonly TimeSpan After = TimeSpan.FromHours(1);

    [Fact]
    public async Task ImagesOfADeletedStream_AreRemovedAfterTheirTime()
    {
        using var engine = new EmbeddedEngine(static options => options.PruneImagesAfter = After);
        await PushAsync(engine, "app", "12345");
        await engine.Client.Streams.DeleteAsync(StreamBuilder.Namespace, "app");
        Assert.Equal(5, await CountAsync(engine));

        await PassAsync(engine, After);
        await PassAsync(engine, After);
        Assert.Equal(0, await CountAsync(engine));
    }

    [Fact]
    public async Task ImagesThatAStreamStillNames_Stay()
    {
        using var engine = new EmbeddedEngine(static options => options.PruneImagesAfter = After);
        await PushAsync(engine, "app", "123");
        await PushAsync(engine, "other", "3");
        await engine.Client.Streams.DeleteAsync(StreamBuilder.Namespace, "app");
        await PassAsync(engine, After);
        await PassAsync(engine, After);

        var left = Assert.Single((await engine.Store.Images.ListAsync(ListQuery.All)).Items);
        Assert.Equal(StreamBuilder.Image('3'), left.Name);
    }

    [Fact]
    public async Task ByDefault_EveryImageStays()
    {
        using var engine = new EmbeddedEngine();
        await PushAsync(engine, "app", "123");
        await engine.Client.Streams.DeleteAsync(StreamBuilder.Namespace, "app");
        await PassAsync(engine, TimeSpan.FromDays(30));
        await PassAsync(engine, TimeSpan.FromDays(30));

        Assert.Equal(3, await CountAsync(engine));
    }

    [Fact]
    public async Task ImageThatIsReadMeanwhile_BeginsAnew()
    {
        using var engine = new EmbeddedEngine(static options => options.PruneImagesAfter = After);
        await PushAsync(engine, "app", "1");
        await engine.Client.Streams.DeleteAsync(StreamBuilder.Namespace, "app");
        await PassAsync(engine, After);
        _ = await engine.Client.Images.GetAsync(StreamBuilder.Image('1'));
        await PassAsync(engine, After);

        Assert.Equal(1, await CountAsync(engine));
        await PassAsync(engine, After);
        Assert.Equal(0, await CountAsync(engine));
    }

    [Fact]
    public async Task ImagesOfAnIndexThatIsNamed_Stay()
    {
        using var engine = new EmbeddedEngine();
        await engine.Store.Images.CreateAsync(new Image
        {
            Metadata = new ObjectMeta { Name = StreamBuilder.Image('1') },
            DockerImageManifests = [new ImageManifest { Digest = StreamBuilder.Image('2') }],
        });
        await engine.Store.Images.CreateAsync(new Image { Metadata = new ObjectMeta { Name = StreamBuilder.Image('2') } });
        await PushAsync(engine, "app", "1");
        Assert.Empty((await engine.Client.PruneImagesAsync(TimeSpan.Zero)).AsEnumerable());

        await engine.Client.Streams.DeleteAsync(StreamBuilder.Namespace, "app");
        Assert.Equal(
            [StreamBuilder.Image('1'), StreamBuilder.Image('2')], await engine.Client.PruneImagesAsync(TimeSpan.Zero));
    }

    [Fact]
    public async Task PruneImagesOfANegativeTime_IsAnArgumentError()
    {
        using var engine = new EmbeddedEngine();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => engine.Client.PruneImagesAsync(TimeSpan.FromTicks(-1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void PruneImagesAfterNoTime_IsAnArgumentError(int seconds) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new EmbeddedEngine(options => options.PruneImagesAfter = TimeSpan.FromSeconds(seconds)));

    private static async Task PushAsync(EmbeddedEngine engine, string stream, string digits)
    {
        foreach (var digit in digits)
        {
            await engine.PushAsync(stream, "latest", digit);
        }
    }

    /// <summary>Lets time pass until another stream is written.</summary>
    private static async Task PassAsync(EmbeddedEngine engine, TimeSpan time)
    {
        engine.Time.Advance(time);
        await engine.Client.Streams.CreateAsync(EmbeddedEngine.AStream($"noise-{engine.Time.GetUtcNow().Ticks}"));
    }

    private static async Task<int> CountAsync(EmbeddedEngine engine) =>
        (await engine.Store.Images.ListAsync(ListQuery.All)).Items.Count;
}
