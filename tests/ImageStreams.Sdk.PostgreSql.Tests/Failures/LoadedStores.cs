using ImageStreams.Storage;
using ImageStreams.Tests.Storage;

namespace ImageStreams.Tests.PostgreSql.Failures;

/// <summary>Two stores that write all the time and are watched, while a test does something to their server.</summary>
internal sealed class LoadedStores : IAsyncDisposable
{
    private const int WritersOfAStore = 3;
    private readonly PostgreSqlImageStreamStore[] _stores;
    private readonly WriteLedger _ledger = new();
    private readonly WatchProbe<ImageStream>[] _watches;
    private volatile bool _isEnding;

    private LoadedStores(params PostgreSqlImageStreamStore[] stores)
    {
        _stores = stores;
        _watches = [.. stores.Select(store => new WatchProbe<ImageStream>(store.Streams, new() { ResourceVersion = "1" }).Begin())];
    }

    /// <summary>The number of acknowledged writes.</summary>
    public int Writes => _ledger.Count;

    /// <summary>Opens the stores.</summary>
    public static async Task<LoadedStores> OpenAsync(string schema, params string[] connectionStrings)
    {
        var stores = connectionStrings.Select(text => new PostgreSqlImageStreamStore(
            new PostgreSqlStoreOptions { ConnectionString = text, Schema = schema, PollInterval = TimeSpan.FromSeconds(1) })).ToArray();
        foreach (var store in stores)
        {
            await store.OpenAsync();
        }

        return new LoadedStores(stores);
    }

    /// <summary>Writes while something is done, and asserts that nothing was lost, repeated or reported in disorder.</summary>
    public async Task RunAsync(Func<Task> disturb)
    {
        var writers = _stores.SelectMany((store, s) => Enumerable.Range(0, WritersOfAStore).Select(
            w => Task.Run(() => _ledger.WriteAsync(store, $"s{s}-{w}", _ => !_isEnding)))).ToArray();
        await disturb();
        _isEnding = true;
        await Task.WhenAll(writers).WaitAsync(TimeSpan.FromMinutes(1));
        foreach (var watch in _watches)
        {
            await _ledger.AssertReportedAsync(watch);
        }

        await _ledger.AssertStoredAsync(_stores[0]);
    }

    /// <summary>Waits for more acknowledged writes.</summary>
    public Task MoreAsync(int count)
    {
        var wanted = Writes + count;
        return Eventually.TrueAsync(() => Writes >= wanted);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var watch in _watches)
        {
            await watch.DisposeAsync();
        }

        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }
    }
}
