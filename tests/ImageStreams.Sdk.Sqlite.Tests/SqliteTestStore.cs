using ImageStreams.Storage;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Sqlite;

/// <summary>A store in a temporary file, which can be closed and opened again.</summary>
internal sealed class SqliteTestStore : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _history;

    public SqliteTestStore(int history = RelationalStoreOptions.DefaultHistory)
    {
        _history = history;
        Store = OpenAnother();
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch.AddYears(56));

    public SqliteImageStreamStore Store { get; private set; }

    public string Path => _folder.File();

    public SqliteStoreOptions Options => new() { Path = Path, History = _history };

    /// <summary>Opens the file once more, as another process would.</summary>
    public SqliteImageStreamStore OpenAnother() => new(Options, Time);

    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = OpenAnother();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
