using ImageStreams.Storage;

namespace ImageStreams.Tests.Storage;

/// <summary>A watcher that a test advances step by step, no step longer than a minute.</summary>
internal sealed class WatchProbe<T> : IAsyncDisposable
    where T : ApiObject
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _end = new();
    private readonly IAsyncEnumerator<WatchEvent<T>> _events;
    private Task<bool>? _step;

    public WatchProbe(IObjectStore<T> store, WatchQuery query) =>
        _events = store.WatchAsync(query, _end.Token).GetAsyncEnumerator();

    /// <summary>True while the current step waits.</summary>
    public bool Waits => _step is { IsCompleted: false };

    /// <summary>Begins the next step without waiting for its end.</summary>
    public WatchProbe<T> Begin()
    {
        _step ??= _events.MoveNextAsync().AsTask();
        return this;
    }

    /// <summary>The next event of the watcher.</summary>
    public async Task<WatchEvent<T>> NextAsync()
    {
        var more = await Begin()._step!.WaitAsync(Limit);
        _step = null;
        Assert.True(more, "A watch has no end.");
        return _events.Current;
    }

    public async Task<List<WatchEvent<T>>> NextAsync(int count)
    {
        var reported = new List<WatchEvent<T>>();
        while (reported.Count < count)
        {
            reported.Add(await NextAsync());
        }

        return reported;
    }

    public Task CancelAsync() => _end.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Task step = _step ?? Task.FromResult(false);
        await step.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _events.DisposeAsync();
        _end.Dispose();
    }
}
