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

    protected override IImageStreamStore Store => new SplitStore(_file.Store, _reader);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _file.DisposeAsync();
    }

    protected override Task ForgetAsync() => Noise.AddAsync(_file.Store, History + 2);

    protected override void Advance(TimeSpan time) => _file.Time.Advance(time);
}
