using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>The time that a request may take.</summary>
internal sealed class RequestTime : IDisposable
{
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _both;
    private readonly CancellationToken _aborted;

    public RequestTime(TimeSpan limit, HttpContext context, TimeProvider timeProvider)
    {
        _aborted = context.RequestAborted;
        _limit = new CancellationTokenSource(limit, timeProvider);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_aborted, _limit.Token);
    }

    /// <summary>A token that is canceled when the time is up or the client is gone.</summary>
    public CancellationToken Token => _both.Token;

    /// <summary>Gets a value indicating whether the time is up, and the client is still there.</summary>
    public bool IsUp => _limit.IsCancellationRequested && !_aborted.IsCancellationRequested;

    public void Dispose()
    {
        _both.Dispose();
        _limit.Dispose();
    }
}
