using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;
using ImageStreams.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Sqlite;

/// <summary>The contract of every store, in a file.</summary>
public sealed class SqliteImageStreamStoreTests : ImageStreamStoreContract, IAsyncLifetime
{
    private const int History = 16;
    private readonly FakeTimeProvider _time = new();
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteImageStreamStore _store;

    public SqliteImageStreamStoreTests() =>
        _store = new SqliteImageStreamStore(new() { Path = _folder.File(), History = History }, _time);

    protected override IImageStreamStore Store => _store;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    protected override async Task ForgetAsync()
    {
        var stream = await _store.Streams.CreateAsync(Stream("noise", "noise"));
        for (var i = 0; i <= History; i++)
        {
            stream = await _store.Streams.UpdateAsync(stream.Noted($"{i}"));
        }
    }

    protected override void Advance(TimeSpan time) => _time.Advance(time);
}
