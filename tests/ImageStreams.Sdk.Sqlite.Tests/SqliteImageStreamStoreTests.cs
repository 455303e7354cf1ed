using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.Tests.Sqlite;

/// <summary>The contract of every store, in a file.</summary>
public sealed class SqliteImageStreamStoreTests : ImageStreamStoreContract, IAsyncLifetime
{
    private const int History = 16;
    private readonly SqliteTestStore _file = new(History);

    protected override IImageStreamStore Store => _file.Store;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _file.DisposeAsync().AsTask();

    protected override Task ForgetAsync() => Noise.AddAsync(_file.Store, History + 2);

    protected override void Advance(TimeSpan time) => _file.Time.Advance(time);
}
