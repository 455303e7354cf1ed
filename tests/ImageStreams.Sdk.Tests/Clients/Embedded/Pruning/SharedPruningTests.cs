using ImageStreams.Clients;
using ImageStreams.Storage;
using ImageStreams.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Clients;

/// <summary>The removal of images neither fails a write nor removes an image that somebody has just looked up.</summary>
public class SharedPruningTests
{
    private static readonly TimeSpan After = TimeSpan.FromHours(1);
    private static readonly ObjectKey Unused = new("", StreamBuilder.Image('1'));

    private readonly FakeTimeProvider _time = new(EmbeddedEngine.Now);
    private readonly HookedStore _store;

    public SharedPruningTests() => _store = new HookedStore(new InMemoryImageStreamStore(timeProvider: _time));

    [Fact]
    public async Task WriteWhoseCallerCancelsDuringTheRun_IsDone()
    {
        using var source = new CancellationTokenSource();
        _store.Listing = async token =>
        {
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
        };

        var created = await CreateClient().Streams.CreateAsync(EmbeddedEngine.AStream("app"), cancellationToken: source.Token);
        Assert.True(source.IsCancellationRequested);
        Assert.NotNull(created.Metadata.ResourceVersion);
    }

    [Fact]
    public async Task RunThatFails_IsMadeAgainWithTheNextWrite()
    {
        var runs = 0;
        _store.Listing = _ => ++runs == 1
            ? throw new StoreException(StoreFailure.Conflict, "The store is broken.")
            : Task.CompletedTask;
        var client = CreateClient();

        await client.Streams.CreateAsync(EmbeddedEngine.AStream("a"));
        Assert.Equal(1, runs);
        await client.Streams.CreateAsync(EmbeddedEngine.AStream("b"));
        Assert.Equal(2, runs);
        await client.Streams.CreateAsync(EmbeddedEngine.AStream("c"));
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task ImageThatAnotherClientOfTheStoreReads_BeginsAnew()
    {
        var (pruning, reading) = (CreateClient(), new EmbeddedImageStreamClient(_store, timeProvider: _time));
        await AddUnusedAsync();
        await pruning.Streams.CreateAsync(EmbeddedEngine.AStream("a"));
        _time.Advance(After);
        _ = await reading.Images.GetAsync(Unused.Name);
        await pruning.Streams.CreateAsync(EmbeddedEngine.AStream("b"));

        Assert.NotNull(await _store.Images.FindAsync(Unused));
        _time.Advance(After);
        await pruning.Streams.CreateAsync(EmbeddedEngine.AStream("c"));
        Assert.Null(await _store.Images.FindAsync(Unused));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ImageThatIsReadAfterTheStreamsWereListed_Stays(bool byAnotherClient)
    {
        var pruning = new EmbeddedImageStreamClient(_store, timeProvider: _time);
        var reading = byAnotherClient ? new EmbeddedImageStreamClient(_store, timeProvider: _time) : pruning;
        await AddUnusedAsync();
        _store.Listed = () => reading.Images.GetAsync(Unused.Name);

        Assert.Empty((await pruning.PruneImagesAsync(TimeSpan.Zero)).AsEnumerable());
        Assert.NotNull(await _store.Images.FindAsync(Unused));
        _store.Listed = static () => Task.CompletedTask;
        Assert.Equal([Unused.Name], await pruning.PruneImagesAsync(TimeSpan.Zero));
    }

    [Fact]
    public async Task TwoRunsAtOnce_RemoveAnImageOnce()
    {
        var client = new EmbeddedImageStreamClient(_store, timeProvider: _time);
        await AddUnusedAsync();
        var inner = 0;
        _store.Listed = async () =>
        {
            _store.Listed = static () => Task.CompletedTask;
            inner = (await client.PruneImagesAsync(TimeSpan.Zero)).Count;
        };

        Assert.Empty((await client.PruneImagesAsync(TimeSpan.Zero)).AsEnumerable());
        Assert.Equal(1, inner);
        Assert.Null(await _store.Images.FindAsync(Unused));
    }

    private EmbeddedImageStreamClient CreateClient() =>
        new(_store, options: new EmbeddedImageStreamOptions { PruneImagesAfter = After }, timeProvider: _time);

    private async Task AddUnusedAsync() =>
        await _store.Images.CreateAsync(new Image { Metadata = new ObjectMeta { Name = Unused.Name } });
}
