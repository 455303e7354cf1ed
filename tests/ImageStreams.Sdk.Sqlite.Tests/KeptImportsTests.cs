using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.Tests.Sqlite;

/// <summary>Imports of a process that is restarted again and again over one file, which each life opens anew.</summary>
public sealed class KeptImportsTests : RestartContract, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    protected override int ManyStreams => 300;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    protected override Task<(IImageStreamStore Streams, IStateStore State, IAsyncDisposable? Hold)> OpenAsync()
    {
        var store = new SqliteImageStreamStore(new SqliteStoreOptions { Path = _folder.File() });
        return Task.FromResult<(IImageStreamStore, IStateStore, IAsyncDisposable?)>((store, store, store));
    }
}
