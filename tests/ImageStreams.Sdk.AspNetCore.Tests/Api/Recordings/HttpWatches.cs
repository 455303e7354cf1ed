using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The watches of a replay that are open.</summary>
internal sealed class HttpWatches(HttpReport report, Identities identities) : IAsyncDisposable
{
    private readonly List<HttpWatch> _open = [];

    /// <summary>Adds one that was opened.</summary>
    public void Add(HttpWatch watch) => _open.Add(watch);

    /// <summary>Waits until the watches have sent what they had sent before a time.</summary>
    public async Task ReachAsync(DateTimeOffset now)
    {
        foreach (var watch in _open)
        {
            await watch.CatchUpAsync(now, isBefore: true);
        }
    }

    /// <summary>Waits until the watches have sent what they had sent at a time, and ends those that had ended.</summary>
    public async Task PassAsync(DateTimeOffset now)
    {
        foreach (var watch in _open.ToList())
        {
            await watch.CatchUpAsync(now);
            if (watch.Exchange.Exchange.End <= now)
            {
                await StopAsync(watch);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var watch in _open)
        {
            await watch.DisposeAsync();
        }
    }

    private async Task StopAsync(HttpWatch watch)
    {
        var ours = await watch.StopAsync();
        report.Add(watch.Exchange, HttpComparison.CompareLines(watch.Exchange, watch.Recorded, ours, identities));
        _open.Remove(watch);
        await watch.DisposeAsync();
    }
}
