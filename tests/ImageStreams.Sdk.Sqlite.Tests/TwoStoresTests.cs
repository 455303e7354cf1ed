using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.Tests.Sqlite;

/// <summary>The contract of every store, where one store writes into a file and another one reads and watches it.</summary>
public sealed class TwoStoresTests : ImageStreamStoreContract, IAsyncLifetime
{
    private const int History = 16;
    private readonly SqliteTestStore _file = new(History);
    private readonly SqliteImageStreamStore _reader;

    public TwoStoresTests() => _reader = _file.OpenAnother();

    protected override IImageStreamStore Store => RoutedStore.Split(_file.Store, _reader);

    // Its own cache, and not that of the reader.
    protected override IImageStreamStore Another => _file.Store;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _file.DisposeAsync();
    }

    // The reader has forgotten, too, when it has noticed all changes, as it has for a watch that begins with the objects.
    protected override async Task ForgetAsync()
    {
        await Noise.AddAsync(_file.Store, History + 2);
        await foreach (var change in _reader.Streams.WatchAsync(new() { BookmarkInterval = TimeSpan.FromDays(1) }))
        {
            if (change is WatchEvent<ImageStream>.Bookmark)
            {
                return;
            }
        }
    }

    protected override void Advance(TimeSpan time) => _file.Time.Advance(time);
}
