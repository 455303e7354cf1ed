using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>The time that a watch lasts, and the interval of its bookmarks.</summary>
internal sealed class WatchTime : IDisposable
{
    private const int MaxSeconds = 24 * 60 * 60;

    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BeforeEnd = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _all;

    /// <summary>Begins the time.</summary>
    /// <param name="context">The request, whose query may name the time and ask for bookmarks.</param>
    /// <param name="shortest">The shortest time when the query names none.</param>
    /// <param name="timeProvider">The time provider.</param>
    /// <param name="stopping">A token that is canceled when the application stops.</param>
    public WatchTime(HttpContext context, TimeSpan shortest, TimeProvider timeProvider, CancellationToken stopping)
    {
        var query = new QueryValues(context.Request.Query);
        var limit = query.Number("timeoutSeconds") is { } seconds and > 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, MaxSeconds))
            : shortest * (1 + (RandomNumberGenerator.GetInt32(1000) / 1000.0));
        BookmarkInterval = query.Truth("allowWatchBookmarks") == true ? GetInterval(limit) : null;
        _limit = new CancellationTokenSource(limit, timeProvider);
        _all = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _limit.Token, stopping);
    }

    /// <summary>A token that is canceled when the watch is to end.</summary>
    public CancellationToken Token => _all.Token;

    /// <summary>The time without events after which a bookmark is sent, so that one comes before the end; null for none.</summary>
    public TimeSpan? BookmarkInterval { get; }

    /// <summary>Ends the time at once, and waits for what runs in it, however that ends.</summary>
    public async Task EndAsync(Task running)
    {
        await _all.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _all.Dispose();
        _limit.Dispose();
    }

    private static TimeSpan GetInterval(TimeSpan limit) =>
        TimeSpan.FromTicks(Math.Clamp((limit - BeforeEnd).Ticks, ShortestInterval.Ticks, LongestInterval.Ticks));
}
